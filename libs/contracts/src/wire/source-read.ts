import { create, toBinary } from '@bufbuild/protobuf'
import { SourceReadSchema } from '../gen/concord/relay/v1/relay_pb.js'
import { type EncodedMessage, messageIn } from './encoded-message.js'

/** The type of a relay's own message among a topic's events: the partition that has it has all of the source up to a position. */
export const sourceReadType = SourceReadSchema.typeName

export const encodeSourceRead = (position: bigint): EncodedMessage => ({
  type: sourceReadType,
  data: toBinary(SourceReadSchema, create(SourceReadSchema, { position })),
})

/** @throws UnreadableEvent when the bytes are no such message */
export const decodeSourceRead = (data: Uint8Array): bigint => messageIn(SourceReadSchema, data).position
