import { refusals } from '@concord/civil-affairs'
import type { Context } from '@concord/service-kit'

/** 民政 */
export const civilAffairs: Context = { name: 'civil-affairs', refusals }
