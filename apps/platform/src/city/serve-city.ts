import type { KeyObject } from 'node:crypto'
import { trust } from '@concord/access'
import { personIdsWith } from '@concord/identity'
import { serve, type Served } from '@concord/service-host'
import type { Clock } from '@concord/service-kit'
import type { DevelopmentKeys } from '../development-issuer/development-clients.js'
import { audience, developmentIssuer } from '../development-issuer/development-issuer.js'
import type { City } from './open-city.js'

export interface Serving {
  readonly port: number
  readonly personKey: KeyObject
  readonly developmentKeys: DevelopmentKeys
  readonly clock: Clock
}

/** Serves all contexts, the registry, the trail and the development issuer on one port of this machine. The city itself stays open. */
export const serveCity = (city: City, { port, personKey, developmentKeys, clock }: Serving): Promise<Served> => {
  const host = '127.0.0.1'
  const issuer = `http://${host}:${port}/oidc`
  return serve({
    host,
    port,
    ground: { issuer: trust(issuer, audience, `${issuer}/jwks`), personIds: personIdsWith(personKey), clock, telemetry: city.telemetry },
    modules: city.modules,
    mount: (app) => app.use('/oidc', developmentIssuer(issuer, developmentKeys)),
  })
}
