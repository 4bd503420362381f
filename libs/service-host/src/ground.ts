import { trust } from '@concord/access'
import { keyFromFile, personIdsWith } from '@concord/identity'
import { type Ground, systemClock } from '@concord/service-kit'
import type { Telemetry } from '@concord/telemetry'
import type { HostSettings } from './environment.js'

/** Who may ask, how persons are named, what time it is, as the environment says, and who watches. */
export const groundFrom = ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, PERSON_KEY_FILE }: HostSettings, telemetry: Telemetry): Ground => ({
  issuer: trust(OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL ?? `${OIDC_ISSUER}/jwks`),
  personIds: personIdsWith(keyFromFile(PERSON_KEY_FILE)),
  clock: systemClock,
  telemetry,
})
