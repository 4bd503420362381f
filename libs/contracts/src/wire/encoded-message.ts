import { type DescMessage, fromBinary, type MessageShape } from '@bufbuild/protobuf'
import { UnreadableEvent } from './unreadable-event.js'

/** A message on the wire: its full name, such as `concord.health.v1.ComaBegan`, and its bytes. */
export interface EncodedMessage {
  readonly type: string
  readonly data: Uint8Array
}

/**
 * What a newer writer added to the message is passed over, as the contract promises.
 *
 * @throws UnreadableEvent
 */
export const messageIn = <Desc extends DescMessage>(desc: Desc, data: Uint8Array): MessageShape<Desc> => {
  try {
    return fromBinary(desc, data, { readUnknownFields: false })
  } catch (cause) {
    throw new UnreadableEvent(`the bytes are no ${desc.typeName}, or only a part of one`, { cause })
  }
}
