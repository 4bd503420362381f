import type { RecordKind } from '@concord/file-import'
import { conditionKinds } from './condition-kinds.js'
import { deathKinds } from './death-kinds.js'
import { personKinds } from './person-kinds.js'
import { stayKinds } from './stay-kinds.js'

/** What 卫健 can bring as files. */
export const recordKinds: readonly RecordKind[] = [...personKinds, ...conditionKinds, ...stayKinds, ...deathKinds]
