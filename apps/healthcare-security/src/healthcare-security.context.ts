import { refusals } from '@concord/healthcare-security'
import type { Context } from '@concord/service-kit'

/** 医保 */
export const healthcareSecurity: Context = { name: 'healthcare-security', refusals }
