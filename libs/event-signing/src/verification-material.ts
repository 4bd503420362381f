import { hash } from 'node:crypto'
import type { CloudEvent } from './cloud-event.js'

/** In the order in which their digests are taken: https://github.com/cloudevents/spec, extension "Verifiable CloudEvents with DSSE". */
export const coreAttributes: readonly string[] = ['id', 'source', 'specversion', 'type', 'datacontenttype', 'dataschema', 'subject', 'time']
const ofTheSignatureItself = ['dssematerial', 'signedextattrs']

const digest = (bytes: string | Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** What is signed: one digest of the core attributes, the data, and the named extensions. An attribute that is not set counts as empty. */
export const verificationMaterial = ({ attributes, data }: CloudEvent, extensions: readonly string[]): Buffer =>
  digest(
    Buffer.concat([
      ...coreAttributes.map((name) => digest(attributes[name] ?? '')),
      digest(data),
      ...extensions.flatMap((name) => [digest(name), digest(attributes[name] ?? '')]),
    ]),
  )

/** Every extension that an event has. */
export const extensionsOf = ({ attributes }: CloudEvent): readonly string[] =>
  Object.keys(attributes)
    .filter((name) => mayBeNamed(name))
    .toSorted()

/** Extensions are named once, and never stand for what is always signed. */
export const isListOfExtensions = (names: readonly string[]): boolean => new Set(names).size === names.length && names.every(mayBeNamed)

const mayBeNamed = (name: string): boolean => ![...coreAttributes, ...ofTheSignatureItself].includes(name)
