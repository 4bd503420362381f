/** Why a service does not start, as one sentence for whoever set it up: what is wrong and what to do. */
export class HostFault extends Error {
  override readonly name = 'HostFault'
}
