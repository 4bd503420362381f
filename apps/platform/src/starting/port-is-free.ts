import { once } from 'node:events'
import { createServer } from 'node:net'

/** Looks before anything else is started. @throws the system's EADDRINUSE or EACCES */
export const portIsFree = async (port: number): Promise<void> => {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}
