import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { actor, entryKind } from '@concord/audit-trail'
import { refusals as ofCivilAffairs } from '@concord/civil-affairs'
import { civilAffairsEvent, contextName, disabledPersonsFederationEvent, healthcareSecurityEvent, healthEvent } from '@concord/contracts'
import { refusals as ofTheFederation } from '@concord/disabled-persons-federation'
import { refusals as ofHealth } from '@concord/health'
import { refusals as ofHealthcareSecurity } from '@concord/healthcare-security'
import { decision, defaultAgreement } from '@concord/recognition'
import { codeIn, pageAt, root, rowsOf } from './pages.js'

const contexts = {
  'healthcare-security 医保': { events: healthcareSecurityEvent, refusals: ofHealthcareSecurity },
  'civil-affairs 民政': { events: civilAffairsEvent, refusals: ofCivilAffairs },
  'disabled-persons-federation 残联': { events: disabledPersonsFederationEvent, refusals: ofTheFederation },
  'health 卫健': { events: healthEvent, refusals: ofHealth },
}

describe.each(Object.entries(contexts))('the catalogue of %s', (heading, { events, refusals }) => {
  it('lists what the contract publishes, field by field', () => {
    const rows = rowsOf(pageAt('docs/events.md'), heading)
    const contract = events.options.map(({ shape: { type, data } }) => [`\`${type.value}\``, fieldsOf(data)])
    expect(rows.map(([name, , , data]) => [name, data])).toEqual(contract)
    for (const [, zh, says] of rows) expect([zh, says]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/\w/)])
  })

  it('lists every refusal with its two sentences', () =>
    expect(rowsOf(pageAt('docs/api-problems.md'), heading)).toEqual(
      Object.entries(refusals)
        .map(([slug, { zh, en }]) => [`\`${slug}\``, zh, en])
        .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    ))

  it('leaves out nothing that a thing refuses with, and has it once', () => {
    const [context = ''] = heading.split(' ')
    const ofThings = sources.filter(({ path }) => path.startsWith(`libs/${context}/`) && path.endsWith('.refusals.ts'))
    const slugs = ofThings.flatMap(({ text }) => [...text.matchAll(/^ {2}'?([a-z\d-]+)'?: \{$/gm)].map(([, slug = '']) => slug))
    expect(Object.keys(refusals).toSorted()).toEqual(slugs.toSorted())
  })
})

describe('the catalogue of problems before a rule is asked', () => {
  const rows = rowsOf(pageAt('docs/api-problems.md'), 'Before a rule is asked 规则之前')

  it('lists every one, with its status', () =>
    expect(rows.map(([slug, status]) => `${slug} ${status}`)).toEqual([...new Set(problemsInCode())].toSorted()))

  it('says what the code says', () => {
    const sentences = rows.flatMap(([, , zh = '', en = '']) => [zh, en]).flatMap((sentence) => sentence.split('…'))
    expect(sentences.filter((part) => !sources.some(({ text }) => text.includes(part)))).toEqual([])
  })
})

describe('the glossary', () => {
  const glossary = pageAt('docs/glossary.md')
  const named = new Set([glossary, pageAt('docs/events.md')].flatMap(({ text }) => codeIn(text)))
  const terms = new Set(rowsOf(glossary).flatMap(([term = '']) => codeIn(term)))
  const missingFrom = (known: ReadonlySet<string>, words: readonly string[]): string[] =>
    [...new Set(words)].filter((word) => !known.has(word))

  it('knows every event that is recorded', () => {
    const names = sources.filter(({ path }) => path.endsWith('.codec.ts')).flatMap(({ text }) => [...text.matchAll(/(\w+): asStored/g)])
    expect(names.length).toBeGreaterThan(60)
    expect(
      missingFrom(
        named,
        names.map(([, name = '']) => name),
      ),
    ).toEqual([])
  })

  it('has every code that an event carries as a term', () => {
    const schemas = Object.values(contexts).flatMap(({ events }) => events.options.map(({ shape }) => shape.data))
    expect(missingFrom(terms, schemas.flatMap(codesOf))).toEqual([])
  })

  it('has every code of a decision, a purpose and the trail as a term', () => {
    const { purposes, rules } = defaultAgreement
    const ofTheAgreement = [...purposes.map(({ code }) => code), ...rules.map(({ acceptedAs }) => acceptedAs.code)]
    expect(
      missingFrom(terms, [
        ...codesOf(decision),
        ...ofTheAgreement,
        ...entryKind.options,
        ...actor.options.filter((one) => one !== 'audit'),
        ...contextName.options,
      ]),
    ).toEqual([])
  })

  it('names every part of a decision', () => expect(missingFrom(named, Object.keys(decision.shape))).toEqual([]))

  it('knows every thing that has a decider, by its folder', () => {
    const things = sources.filter(({ path }) => path.endsWith('.decider.ts')).map(({ path }) => path.split('/').at(-2) ?? '')
    expect(missingFrom(named, things)).toEqual([])
  })

  it('stands in alphabetical order within each group, in both languages', () => {
    for (const heading of [...glossary.text.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name)) {
      const rows = rowsOf(glossary, heading)
      const terms = rows.map(([term = '']) => term.replaceAll('`', '').toLowerCase())
      expect(terms).toEqual(terms.toSorted())
      for (const [, zh] of rows) expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

const sources = ['apps', 'libs']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => /\/src\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** As much of JSON Schema as is looked at here. */
interface Described {
  readonly enum?: readonly string[]
  readonly items?: Described
  readonly properties?: Readonly<Record<string, Described>>
  readonly required?: readonly string[]
}

const describedBy = (schema: z.ZodType): Described => z.toJSONSchema(schema, { unrepresentable: 'any' }) as Described

const codesIn = ({ enum: codes = [], items, properties = {} }: Described): string[] => [
  ...codes,
  ...(items ? codesIn(items) : []),
  ...Object.values(properties).flatMap(codesIn),
]

const codesOf = (schema: z.ZodType): string[] => codesIn(describedBy(schema))

const fieldsOf = (data: z.ZodType): string => {
  const { properties = {}, required = [] } = describedBy(data)
  const told = Object.entries(properties).map(([name, field]) => {
    const codes = codesIn(field)
    return `\`${name}${required.includes(name) ? '' : '?'}\`${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`
  })
  return told.join(', ')
}

/** Every problem that the code makes: with a status of its own, in the edge's table by status, and the one for any other status. */
const problemsInCode = (): string[] =>
  sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:new Problem\(\s*(\d{3}|status),|^ {2}(\d{3}): \[)\s*'([a-z-]+)'/gm)].map(
      ([, one, other, slug]) => `\`${slug}\` ${one === 'status' ? '400' : (one ?? other)}`,
    ),
  )
