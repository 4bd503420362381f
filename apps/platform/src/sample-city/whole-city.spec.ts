import { createSecretKey } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { contextName, type ContextName, type PublishedEvent } from '@concord/contracts'
import { type EventStore, inMemoryEventStore } from '@concord/event-store'
import { importFile, inMemoryCheckpoints, readMapping } from '@concord/file-import'
import { type PersonId, personIdsWith } from '@concord/identity'
import { decide, defaultAgreement } from '@concord/recognition'
import { type Manifest, type WrittenFile, writeSampleCity } from '@concord/sample-city'
import { parseIdentityDocument, plainDate } from '@concord/standards'
import { cityContexts } from '../city/contexts.js'
import { kindOf } from '../importing/contexts.js'
import { contradictionsIn } from './testing/contradictions.js'

/** A whole small city through the agencies' own record kinds and deciders, without a server. */
const key = createSecretKey('ab'.repeat(32), 'hex')
const folder = mkdtempSync(join(tmpdir(), 'whole-city-'))
const today = plainDate.parse('2026-06-15')
let manifest: Manifest
const stores = new Map<ContextName, EventStore>(contextName.options.map((name) => [name, inMemoryEventStore()]))
const rejects = new Map<WrittenFile, readonly string[]>()
let published: ReadonlyMap<PersonId, readonly PublishedEvent[]>

beforeAll(async () => {
  manifest = writeSampleCity(folder, { persons: 2_000, seed: 7, today })
  for (const file of manifest.files) rejects.set(file, await bring(file))
  published = Map.groupBy((await Promise.all(contextName.options.map(told))).flat(), ({ person }) => person)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('a sample city, imported', () => {
  it('has rejected exactly the rows that it says, for the reasons that it says', () => {
    expect(Object.fromEntries(manifest.files.map((file) => [file.kind, rejects.get(file)?.toSorted()]))).toEqual(
      Object.fromEntries(manifest.files.map((file) => [file.kind, expectedOf(file)])),
    )
  })

  it('answers about every example person as it says', () => {
    for (const { name, document, questions } of manifest.examples) {
      for (const { answer, ...question } of questions) {
        const { outcome, acceptedAs, until, missing } = decide(eventsAbout(document), [defaultAgreement], question)
        expect({ name, outcome, acceptedAs: acceptedAs?.code, until, missing }).toEqual({
          name,
          acceptedAs: undefined,
          until: undefined,
          ...answer,
        })
      }
    }
  })

  it('holds the contradictions and double benefits that it counts, and no others', () => {
    const found = [...published.values()].flatMap((events) => contradictionsIn(events, today))
    expect(manifest.planted.map(({ kind }) => [kind, found.filter((one) => one === kind).length])).toEqual(
      manifest.planted.map(({ kind, persons }) => [kind, persons]),
    )
  })
})

const bring = async (file: WrittenFile): Promise<readonly string[]> => {
  const { context, kind } = kindOf(file.context, file.kind)
  const mapping = file.mapping === undefined ? undefined : await readMapping(join(folder, file.mapping))
  const rejects = join(folder, 'rejects.csv')
  const { rows } = await importFile({
    file: join(folder, file.path),
    rejects,
    context: file.context,
    kind,
    refusals: context.refusals,
    mapping,
    store: storeOf(file.context),
    checkpoints: inMemoryCheckpoints(),
    key,
  })
  expect([file.kind, rows]).toEqual([file.kind, file.rows])
  return existsSync(rejects)
    ? readFileSync(rejects, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map(reasonIn(mapping?.columns ?? {}))
    : []
}

/** The column of a bad cell by its canonical name, or the refusal. */
const reasonIn =
  (columns: Readonly<Record<string, string>>) =>
  (line: string): string => {
    const [, column = '', reason = ''] = line.split(',')
    return column === '' ? reason : (columns[column] ?? column)
  }

const expectedOf = ({ expectedRejects }: WrittenFile): readonly string[] =>
  expectedRejects
    .flatMap((expected) => Array.from({ length: expected.rows }, () => ('column' in expected ? expected.column : expected.refusal)))
    .toSorted()

const storeOf = (context: ContextName): EventStore => {
  const store = stores.get(context)
  if (!store) throw new Error(`no store for ${context}`)
  return store
}

const told = async (context: ContextName): Promise<readonly PublishedEvent[]> => {
  for await (const page of storeOf(context).subscribe(0n, new AbortController().signal))
    return page.flatMap((recorded) => cityContexts[context].toPublishedEvent(recorded) ?? [])
  return []
}

const eventsAbout = (document: string): readonly PublishedEvent[] => {
  const parsed = parseIdentityDocument(document)
  if (!parsed.valid) throw new Error(parsed.why)
  return published.get(personIdsWith(key).of(parsed.document)) ?? []
}
