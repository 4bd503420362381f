import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Adapter, type Configuration, errors, Provider } from 'oidc-provider'
import { agency, type Agency } from '@concord/access'
import { clientOf, type DevelopmentKeys } from './development-clients.js'

export const audience = 'urn:concord'
const tokenMinutes = 30

/** Signed tokens carry all that is to know; there are no sessions, grants or refresh tokens to remember. */
const keepsNothing: Adapter = {
  upsert: async () => undefined,
  find: async () => undefined,
  findByUserCode: async () => undefined,
  findByUid: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
}

/** All that client credentials need. The provider would also serve pages for people to sign in and out. */
const served = new Set(['/token', '/jwks', '/.well-known/openid-configuration'])

/** Client credentials for one audience, and nothing else that the provider could do. */
const features: Configuration['features'] = {
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
  clientCredentials: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => true,
    getResourceServerInfo: (_context, resource) => {
      if (resource !== audience) throw new errors.InvalidTarget()
      return { scope: '', audience, accessTokenTTL: tokenMinutes * 60, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }
    },
  },
}

/**
 * An OAuth 2.0 issuer for development: the four agencies' systems and the auditor's get tokens by client credentials.
 * Any OIDC issuer takes its place by configuration.
 * @param url as the tokens say it, where this handler is mounted
 */
export const developmentIssuer = (
  url: string,
  { signingKey, secrets }: DevelopmentKeys,
): ((request: IncomingMessage, response: ServerResponse, next: () => void) => void) => {
  const agencyOf = new Map<string, Agency>(agency.options.map((name) => [clientOf(name), name]))
  const provider = new Provider(url, {
    clients: agency.options.map((name) => ({
      client_id: clientOf(name),
      client_secret: secrets[name],
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [signingKey] },
    adapter: () => keepsNothing,
    ttl: { ClientCredentials: tokenMinutes * 60 },
    features,
    extraTokenClaims: (_context, token) => ({ agency: agencyOf.get(token.clientId ?? '') }),
    cookies: { keys: [secrets.audit] },
  })
  const answer = provider.callback()
  return (request, response, next) => {
    const [path = ''] = request.url?.split('?') ?? []
    if (served.has(path)) void answer(request, response)
    else next()
  }
}
