import type { RecordKind } from '@concord/file-import'
import { assessmentKinds } from './assessment-kinds.js'
import { personKinds } from './person-kinds.js'
import { subsidyKinds } from './subsidy-kinds.js'
import { supportKinds } from './support-kinds.js'

/** What 民政 can bring as files. */
export const recordKinds: readonly RecordKind[] = [...personKinds, ...assessmentKinds, ...supportKinds, ...subsidyKinds]
