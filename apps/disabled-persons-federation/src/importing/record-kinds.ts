import type { RecordKind } from '@concord/file-import'
import { applicationKinds } from './application-kinds.js'
import { cardKinds } from './card-kinds.js'

/** What 残联 can bring as files. */
export const recordKinds: readonly RecordKind[] = [...applicationKinds, ...cardKinds]
