import { asStored, codecOf } from '@concord/event-store'
import type { DeathCertificateEvent } from '@concord/health'

export const deathCertificateNames = { DeathCertified: asStored, DeathCertificateCorrected: asStored }
export const deathCertificateCodec = codecOf<DeathCertificateEvent>(deathCertificateNames)
