import { hash } from 'node:crypto'
import type { CloudEvent } from './cloud-event.js'

/** In the order in which their digests are taken: https://github.com/cloudevents/spec, extension "Verifiable CloudEvents with DSSE". */
export const coreAttributes: readonly string[] = ['id', 'source', 'specversion', 'type', 'datacontenttype', 'dataschema', 'subject', 'time']
const ofTheSignatureItself = ['dssematerial', 'signedextattrs']

/** As text, a character a byte: Node makes that five times as fast as a buffer. */
const digest = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'binary')

/** What is signed: one digest of the core attributes, the data, and the named extensions. An attribute that is not set counts as empty. */
export const verificationMaterial = ({ attributes, data }: CloudEvent, extensions: readonly string[]): Buffer => {
  // An event names its extensions itself, perhaps by a name that every object has.
  const value = (name: string): string => digest(Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '')
  const digests = [...coreAttributes.map(value), digest(data), ...extensions.flatMap((name) => [digest(name), value(name)])]
  return hash('sha256', Buffer.from(digests.join(''), 'latin1'), 'buffer')
}

/** Every extension that an event has. */
export const extensionsOf = ({ attributes }: CloudEvent): readonly string[] =>
  Object.keys(attributes)
    .filter((name) => mayBeNamed(name))
    .toSorted()

/** Extensions are named once, and never stand for what is always signed. */
export const isListOfExtensions = (names: readonly string[]): boolean => new Set(names).size === names.length && names.every(mayBeNamed)

const neverNamed = new Set([...coreAttributes, ...ofTheSignatureItself])
const mayBeNamed = (name: string): boolean => !neverNamed.has(name)
