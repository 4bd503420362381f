import { create, type DescEnum, type DescField, type DescMessage, type Message, ScalarType } from '@bufbuild/protobuf'

/** What an event says, as its zod contract has it. */
export type EventData = Readonly<Record<string, unknown>>

/** One value in both its forms. What a message has and the contract has not becomes undefined: the contract then refuses it. */
interface Translation {
  readonly toMessage: (ours: unknown) => unknown
  readonly fromMessage: (theirs: unknown) => unknown
}

export interface MessageTranslation {
  /** @throws TypeError when something is missing, or is no word of the message's: contract and message have come apart */
  readonly toMessage: (data: EventData) => Message
  readonly fromMessage: (message: Message) => EventData
}

/** By the descriptor alone: a field is the contract's field in snake_case, an enum value the contract's word. Made once for each. */
export const translationOf = (desc: DescMessage): MessageTranslation => {
  const known = translations.get(desc)
  if (known) return known
  const translation = messageTranslation(desc)
  translations.set(desc, translation)
  return translation
}
const translations = new Map<DescMessage, MessageTranslation>()

const messageTranslation = (desc: DescMessage): MessageTranslation => {
  const fields = desc.fields.map((field) => ({ ours: field.jsonName, theirs: field.localName, ...presenceOf(field), ...ofField(field) }))
  return {
    toMessage: (data) => {
      const message = create(desc) as Message & Record<string, unknown>
      for (const { ours, theirs, optional, toMessage } of fields) {
        const value = data[ours]
        if (value !== undefined && value !== null) message[theirs] = toMessage(value)
        else if (!optional) throw new TypeError(`${desc.typeName} is to be written without ${ours}, which its contract requires`)
      }
      return message
    },
    fromMessage: (message) => {
      const data: Record<string, unknown> = {}
      for (const { ours, theirs, fromMessage } of fields) {
        const value = (message as Message & EventData)[theirs]
        if (value !== undefined) data[ours] = fromMessage(value)
      }
      return data
    },
  }
}

/** Without `optional`, proto3 does not send a zero, an empty text or list: whoever reads it gets it all the same. */
const presenceOf = ({ proto }: DescField): { readonly optional: boolean } => ({ optional: proto.proto3Optional })

const ofField = (field: DescField): Translation => {
  if (field.fieldKind === 'map') throw new TypeError(`${field.toString()}: no contract has a map`)
  return field.fieldKind === 'list' ? listOf(ofValue(field)) : ofValue(field)
}

const ofValue = ({ enum: words, message, scalar }: DescField): Translation => {
  if (words) return wordsOf(words)
  if (message) return translationOf(message) as Translation
  return scalar === ScalarType.INT64 ? longInteger : asItIs
}

const asItIs: Translation = { toMessage: (value) => value, fromMessage: (value) => value }

/** Amounts. Beyond what a number counts exactly, the contract refuses it. */
const longInteger: Translation = { toMessage: (number) => BigInt(number as number), fromMessage: Number }

const listOf = (each: Translation): Translation =>
  each === asItIs
    ? asItIs
    : {
        toMessage: (list) => (list as unknown[]).map((value) => each.toMessage(value)),
        fromMessage: (list) => (list as unknown[]).map((value) => each.fromMessage(value)),
      }

/** `REASON_OWN_WISH` of an enum `Reason` is the word `own-wish`; zero is no word. */
const wordsOf = ({ typeName, values, sharedPrefix = '' }: DescEnum): Translation => {
  const words = new Map<unknown, string>()
  const numbers = new Map<unknown, number>()
  for (const { number, name } of values.filter((value) => value.number !== 0)) {
    const word = name.slice(sharedPrefix.length).toLowerCase().replaceAll('_', '-')
    words.set(number, word)
    numbers.set(word, number)
  }
  const toMessage = (word: unknown): number => {
    const number = numbers.get(word)
    if (number === undefined) throw new TypeError(`${typeName} has no value for a word of its contract`)
    return number
  }
  return { toMessage, fromMessage: (number) => words.get(number) }
}
