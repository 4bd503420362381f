import { createHash } from 'node:crypto'
import { v3, v5 } from 'uuid'
import { plainDate, residentNumber } from '@concord/standards'

const made = (region: string, bornOn: string, sequence: number): string =>
  residentNumber({ region, bornOn: plainDate.parse(bornOn), sequence })

const endingInX = (): string => {
  const number = Array.from({ length: 100 }, (_, sequence) => made('350299', '1939-05-17', sequence)).find((one) => one.endsWith('X'))
  if (!number) throw new Error('one number of eleven ends in X')
  return number
}

/** Valid numbers that nobody bears, one of each kind of document: where one of them shows up, an identity number has leaked. */
export const canaries: readonly string[] = [
  made('350299', '1941-03-07', 731),
  endingInX(),
  made('810000', '1944-08-21', 733),
  made('911299', '1938-11-30', 734),
]

/** How people write one. */
export const spellings = (number: string): readonly string[] => [
  number,
  number.toLowerCase(),
  ` ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
  number.replaceAll(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
]

/** All of it but the check character, which anyone can work out, in every spelling and in notations that hide it from the eye. */
export const tracesOf = (number: string): readonly string[] =>
  spellings(number.slice(0, 17)).flatMap((text) => [
    text,
    Buffer.from(text).toString('hex'),
    // What stands before it decides how it falls into base64's groups of three.
    ...['', '-', '--'].map((before) =>
      Buffer.from(before + text)
        .toString('base64')
        .slice(4, 20),
    ),
  ])

/** Namespaces that are published, in a standard or in this repository. */
const namespaces = [
  v5.DNS,
  v5.URL,
  '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
  '6d3f0a52-6c2e-5c3f-8a55-0b6c2d0a7c11',
  '0b1f3c1e-8a63-5c39-9f0b-1c2b6a0f7d55',
  'b1d4b1c6-5a55-5f0e-9f4e-6f2f4f0f8a11',
]

/** What a stranger computes from a text without a key, to compare. The first 32 hexadecimal digits stand for the rest. */
export const guessesFrom = (text: string): readonly string[] => [
  ...['md5', 'sha1', 'sha256', 'sha512', 'sha3-256', 'sm3'].map((algorithm) =>
    createHash(algorithm).update(text).digest('hex').slice(0, 32),
  ),
  ...namespaces.flatMap((namespace) => [v3(text, namespace), v5(text, namespace)]).map((id) => id.replaceAll('-', '')),
]
