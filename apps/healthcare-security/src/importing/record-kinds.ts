import type { RecordKind } from '@concord/file-import'
import { benefitKinds } from './benefit-kinds.js'
import { conclusionKinds } from './conclusion-kinds.js'
import { insuranceKinds } from './insurance-kinds.js'

/** What 医保 can bring as files. */
export const recordKinds: readonly RecordKind[] = [...insuranceKinds, ...conclusionKinds, ...benefitKinds]
