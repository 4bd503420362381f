import { type ContextName, contextName } from '@concord/contracts'
import type { RecordKind } from '@concord/file-import'
import type { Context } from '@concord/service-kit'
import { civilAffairs } from '../../../civil-affairs/src/civil-affairs.context.js'
import { recordKinds as ofCivilAffairs } from '../../../civil-affairs/src/importing/record-kinds.js'
import { disabledPersonsFederation } from '../../../disabled-persons-federation/src/disabled-persons-federation.context.js'
import { recordKinds as ofDisabledPersonsFederation } from '../../../disabled-persons-federation/src/importing/record-kinds.js'
import { health } from '../../../health/src/health.context.js'
import { recordKinds as ofHealth } from '../../../health/src/importing/record-kinds.js'
import { healthcareSecurity } from '../../../healthcare-security/src/healthcare-security.context.js'
import { recordKinds as ofHealthcareSecurity } from '../../../healthcare-security/src/importing/record-kinds.js'

/** What an agency can bring as files, and how its rules say no. */
export interface ImportingContext extends Context {
  readonly recordKinds: readonly RecordKind[]
}

export const importingContexts: Readonly<Record<ContextName, ImportingContext>> = {
  'healthcare-security': { ...healthcareSecurity, recordKinds: ofHealthcareSecurity },
  'civil-affairs': { ...civilAffairs, recordKinds: ofCivilAffairs },
  'disabled-persons-federation': { ...disabledPersonsFederation, recordKinds: ofDisabledPersonsFederation },
  health: { ...health, recordKinds: ofHealth },
}

/** One kind of record and whose it is, by names that stand in our own files. @throws TypeError */
export const kindOf = (name: string, kindName: string): { readonly context: ImportingContext; readonly kind: RecordKind } => {
  const context = contextNamed(name)
  const kind = context?.recordKinds.find((one) => one.name === kindName)
  if (context && kind) return { context, kind }
  throw new TypeError(`nobody imports ${name}/${kindName}`)
}

export const contextNamed = (name: string): ImportingContext | undefined => {
  const { data } = contextName.safeParse(name)
  return data && importingContexts[data]
}
