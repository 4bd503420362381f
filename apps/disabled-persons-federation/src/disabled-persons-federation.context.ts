import { refusals } from '@concord/disabled-persons-federation'
import type { Context } from '@concord/service-kit'

/** 残联 */
export const disabledPersonsFederation: Context = { name: 'disabled-persons-federation', refusals }
