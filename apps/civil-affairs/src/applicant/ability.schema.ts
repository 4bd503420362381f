import { z } from 'zod'
import { recognisedAbilities } from '@concord/civil-affairs'
import { recordId } from '@concord/contracts'

/** 能力依据 in a request. */
export const namedAbility = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('own-assessment'), findingId: recordId }),
  z.strictObject({
    from: z.literal('recognition'),
    findingId: recordId,
    as: z.enum(recognisedAbilities).describe('What the registry recognises the finding as for this purpose'),
  }),
])
