import { trust } from '@concord/access'
import type { KeyObject } from 'node:crypto'
import { keyIn, personIdsWith } from '@concord/identity'
import { type Ground, systemClock } from '@concord/service-kit'
import type { Telemetry } from '@concord/telemetry'
import type { HostSettings } from './environment.js'
import { readNamed } from './named-file.js'

/** Who may ask, how persons are named, what time it is, as the environment says, and who watches. */
export const groundFrom = ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, PERSON_KEY_FILE }: HostSettings, telemetry: Telemetry): Ground => ({
  issuer: trust(OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL ?? `${OIDC_ISSUER}/jwks`),
  personIds: personIdsWith(personKeyIn(PERSON_KEY_FILE)),
  clock: systemClock,
  telemetry,
})

/** The key of person ids. One that is missing is not made: under another key nobody would be found. @throws HostFault */
export const personKeyIn = (path: string): KeyObject => readNamed(path, 'PERSON_KEY_FILE', keyIn)
