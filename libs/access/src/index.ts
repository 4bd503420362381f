export { AccessGuard, OpenTo, OpenToAll, TRUSTED_ISSUER, type KnownRequest } from './access.guard.js'
export { agency, servingAgencies, type Agency, type Caller } from './caller.js'
export { trust, type TrustedIssuer } from './verify-token.js'
