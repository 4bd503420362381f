import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { HttpException } from '@nestjs/common'
import { z } from 'zod'
import { disclosureKind } from '@concord/audit-trail'
import { refusals as ofCivilAffairs } from '@concord/civil-affairs'
import { civilAffairsEvent, contextName, disabledPersonsFederationEvent, healthcareSecurityEvent, healthEvent } from '@concord/contracts'
import { refusals as ofTheFederation } from '@concord/disabled-persons-federation'
import { refusals as ofHealth } from '@concord/health'
import { refusals as ofHealthcareSecurity } from '@concord/healthcare-security'
import { decisionField, defaultAgreement, findingStatus, missing, outcome, scales } from '@concord/recognition'
import { problemOf } from '@concord/service-kit'
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
})

describe('the catalogue of problems before a rule is asked', () => {
  const rows = rowsOf(pageAt('docs/api-problems.md'), 'Before a rule is asked 规则之前')

  it('lists every one, with its status', () =>
    expect(rows.map(([slug, status]) => `${slug} ${status}`)).toEqual([...new Set([...thrown(), ...byStatus()])].toSorted()))

  it('says what the code says', () => {
    const sentences = rows.flatMap(([, , zh = '', en = '']) => [zh, en]).flatMap((sentence) => sentence.split('…'))
    expect(sentences.filter((part) => !sources.some(({ text }) => text.includes(part)))).toEqual([])
  })
})

describe('the glossary', () => {
  const glossary = pageAt('docs/glossary.md')
  const known = new Set([glossary, pageAt('docs/events.md')].flatMap(({ text }) => codeIn(text)))
  const unknown = (words: Iterable<string>): string[] => [...new Set(words)].filter((word) => !known.has(word))

  it('knows every event that is recorded', () => {
    const names = sources.filter(({ path }) => path.endsWith('.codec.ts')).flatMap(({ text }) => [...text.matchAll(/(\w+): asStored/g)])
    expect(names.length).toBeGreaterThan(60)
    expect(unknown(names.map(([, name = '']) => name))).toEqual([])
  })

  it('knows every code that an event carries', () =>
    expect(unknown(Object.values(contexts).flatMap(({ events }) => events.options.flatMap(({ shape }) => codesOf(shape.data))))).toEqual([]))

  it('knows every word of a decision', () => {
    const { purposes, rules } = defaultAgreement
    const words = [outcome, findingStatus, missing, decisionField, disclosureKind, contextName].flatMap(({ options }) => options)
    const ofTheAgreement = [...purposes.map(({ code }) => code), ...rules.map(({ acceptedAs }) => acceptedAs.code)]
    expect(unknown([...words, ...ofTheAgreement, ...Object.keys(scales)])).toEqual([])
  })

  it('knows every thing that has a decider, by its folder', () => {
    const things = sources.filter(({ path }) => path.endsWith('.decider.ts')).map(({ path }) => path.split('/').at(-2) ?? '')
    expect(unknown(things.filter((thing) => thing !== 'src'))).toEqual([])
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

interface Described {
  readonly properties: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
}

interface Field {
  readonly enum?: readonly string[]
  readonly items?: Field
}

const describedBy = (data: z.ZodType): Described => z.toJSONSchema(data, { unrepresentable: 'any' }) as unknown as Described

const codesIn = (field: Field): readonly string[] => field.enum ?? field.items?.enum ?? []

const codesOf = (data: z.ZodType): string[] => Object.values(describedBy(data).properties).flatMap(codesIn)

const fieldsOf = (data: z.ZodType): string => {
  const { properties, required = [] } = describedBy(data)
  const told = Object.entries(properties).map(([name, field]) => {
    const codes = codesIn(field)
    return `\`${name}${required.includes(name) ? '' : '?'}\`${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`
  })
  return told.join(', ')
}

/** Problems that are thrown with a slug of their own. */
const thrown = (): string[] =>
  sources.flatMap(({ text }) => [...text.matchAll(/new Problem\(\s*(\d{3}),\s*'([a-z-]+)'/g)].map(([, status, slug]) => `\`${slug}\` ${status}`))

/** What the edge makes of each status. */
const byStatus = (): string[] =>
  Array.from({ length: 200 }, (_, place) => problemOf(new HttpException('', place + 400)))
    .filter(({ slug }, place) => slug !== 'bad-request' || place === 0)
    .map(({ slug, status }) => `\`${slug}\` ${status}`)
