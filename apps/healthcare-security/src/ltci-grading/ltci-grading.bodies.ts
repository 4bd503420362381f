import { z } from 'zod'
import { assessorId, recordId } from '@concord/contracts'
import { poolRoles } from '@concord/healthcare-security'
import { pastDate } from '@concord/service-kit'

/** What every step of an assessment names. */
export const step = { assessmentId: recordId, on: pastDate }

/** A step that says no more than that it was taken. */
export const bare = z.strictObject(step)

export const poolMember = z.strictObject({ id: assessorId, role: z.enum(poolRoles) })
