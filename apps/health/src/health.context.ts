import { refusals } from '@concord/health'
import type { Context } from '@concord/service-kit'

/** 卫健 */
export const health: Context = { name: 'health', refusals }
