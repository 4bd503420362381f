import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type ContextName, contextName } from '@concord/contracts'
import { openSigningKeys } from '@concord/event-signing'

/** Tokens for the agencies' systems, and the agencies' public keys. */
export const startIssuer = async (signingKeysFile: (context: ContextName) => string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'chaos', alg: 'ES256', use: 'sig' }] }
  const answerTo = async (path: string): Promise<unknown> => {
    if (path === '/jwks') return jwks
    const context = contextName.parse(path.split('/')[1])
    return (await openSigningKeys(signingKeysFile(context))).published()
  }
  const server = createServer((request, response) => {
    answerTo(request.url ?? '').then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    tokenOf: (agency: ContextName) =>
      new SignJWT({ client_id: `${agency}-system`, agency })
        .setProtectedHeader({ alg: 'ES256', kid: 'chaos' })
        .setIssuer(url)
        .setAudience('urn:concord')
        .setExpirationTime('1h')
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}
