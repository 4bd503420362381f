import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TrailUnavailable } from '@concord/audit-trail'
import type { PublishedEvent } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import { catchUp, parkedPersons } from '@concord/projections'
import { eventually, testDatabase, type TestDatabase } from '@concord/testing'
import { type Lives, publishedLives, somebody } from '../../../registry/src/rebuilding/testing/lives.js'
import { keptVersion, rebuiltVersion, versionBeside } from '../../../registry/src/rebuilding/versions.js'
import { type City, openCity } from '../city/open-city.js'
import { orderFrom } from '../../../registry/src/operating/order.js'
import type { ProgressReport } from '../../../registry/src/operating/progress.js'

describe('progress 进度', () => {
  it('tells of every place how far it is applied, in events and in seconds, and how many are parked', async () => {
    await publish(...lives.graded(somebody()), garbled(lives.assessed(somebody())))
    await apply()
    await publish(...lives.graded(somebody()), lives.died(somebody()))
    const [registry] = (await progress()).projections
    expect(registry).toMatchObject({ projection: 'registry', version: 'live', parkedPersons: 1 })
    expect(registry?.places.map(({ topic, eventsBehind, secondsBehind }) => [topic, eventsBehind, secondsBehind])).toEqual([
      ['healthcare-security', 2, 75],
      ['civil-affairs', 1, null],
      ['disabled-persons-federation', 0, 0],
      ['health', 0, 0],
    ])
    expect(registry?.places[0]).toMatchObject({
      position: '2',
      head: expect.stringMatching(/^\d+$/),
      offset: expect.stringMatching(/^\d+$/),
    })
  })

  it('tells of a rebuild beside the live version, and of the transaction that holds everybody back', async () => {
    await operate('rebuild')
    const forgotten = await city.database.pool.connect()
    const { rows } = await forgotten
      .query<{ pid: number }>('BEGIN; SELECT pg_current_xact_id(), pg_backend_pid() AS pid')
      .then((results) => (results as unknown as readonly (typeof results)[])[1] ?? results)
    // The server's oldest may be another spec's for a moment; ours stays.
    const report = await eventually(
      async () => {
        const told = await progress()
        expect(told.oldestOpenTransaction).toMatchObject({ pid: rows[0]?.pid, state: 'idle in transaction' })
        return told
      },
      { within: 30_000 },
    )
    await forgotten.query('ROLLBACK')
    forgotten.release()
    expect(report.projections.map(({ version }) => version)).toEqual(['live', 'rebuild'])
    expect((await operate('progress')).said).toMatch(/registry, rebuilt beside the live one: nobody is parked/)
  })
})

describe('parked persons 搁置', () => {
  it('are listed and shown with why, never with what their events say', async () => {
    expect(await operate('parked', 'list')).toEqual({ code: 0, said: 'nobody is parked' })
    const person = await parkSomebody()
    const list = await operate('parked', 'list')
    expect(list.said).toMatch(new RegExp(`^${person}  since .* healthcare-security/1  3 wait  UnreadableEvent: `))
    const shown = await operate('parked', 'show', person)
    expect(shown.said).toContain('event    healthcare-security/1\n')
    for (const { said } of [list, shown]) expect(said).not.toMatch(/350203|1944-05-06|91350200643272501Y/)
    expect(JSON.parse((await operate('parked', 'list', '--json')).said)).toMatchObject([{ person, position: '1', events: 3 }])
  })

  it('are retried, one or all, and stay parked with the reason while the cause is there', async () => {
    const [person, other] = [await parkSomebody(), await parkSomebody()]
    const failed = await operate('parked', 'retry', person)
    expect(failed).toEqual({
      code: 1,
      said: expect.stringMatching(/healthcare-security\/1 cannot be applied \(UnreadableEvent: .*3 events wait/),
    })
    expect((await operate('parked', 'retry', '--all')).code).toBe(1)
    await mend()
    expect(await operate('parked', 'retry', person)).toEqual({ code: 0, said: `${person}: 3 events applied, nothing waits any more` })
    expect(await operate('parked', 'retry', '--all', '--by', 'operator-2')).toEqual({
      code: 0,
      said: `${other}: 3 events applied, nothing waits any more\n1 of 1 parked persons are applied`,
    })
    expect(await parkedPersons(city.projection)).toEqual([])
    expect(await orders()).toEqual([
      ['retry-parked', person, 'operator-1', undefined, ['healthcare-security/1']],
      ['retry-parked', person, 'operator-1', undefined, ['healthcare-security/1']],
      ['retry-parked', other, 'operator-1', undefined, ['healthcare-security/4']],
      ['retry-parked', person, 'operator-1', undefined, ['healthcare-security/1']],
      ['retry-parked', other, 'operator-2', undefined, ['healthcare-security/4']],
    ])
  })

  it('are released from one event, with who and why beside it and on the trail', async () => {
    const person = await parkSomebody()
    const { code, said } = await operate('parked', 'release', person, '--by', 'operator-2', '--reason', 'recorded by mistake')
    expect([code, said.split('\n')]).toEqual([
      0,
      [
        `${person}: goes on without healthcare-security/1; that, by whom and why is kept beside it and on the audit trail`,
        `${person}: 2 later events applied, nothing waits any more`,
      ],
    ])
    expect(await rows('SELECT released FROM registry.projection_parked')).toMatchObject([
      { released: { by: 'operator-2', reason: 'recorded by mistake' } },
    ])
    expect(await orders()).toEqual([['release-parked', person, 'operator-2', 'recorded by mistake', ['healthcare-security/1']]])
  })

  it('are left alone when nobody of that id is parked, or the order cannot be recorded', async () => {
    const person = await parkSomebody()
    for (const what of [['show'], ['retry'], ['release', '--by', 'operator-1', '--reason', 'none']])
      await expect(operate('parked', ...what, somebody())).rejects.toThrow(
        /^Nobody of this person id is parked; "npm run operate -- parked list" names/,
      )
    const record = () => Promise.reject(new TrailUnavailable('broken for a test'))
    broken = { ...city.trail, record }
    await expect(operate('parked', 'release', person, '--by', 'operator-1', '--reason', 'none')).rejects.toThrow(
      'The audit trail cannot be written, so nothing was done',
    )
    expect(await parkedPersons(city.projection)).toMatchObject([{ person, events: 3 }])
    expect(await orders()).toEqual([])
  })
})

describe('a rebuild 重建 from the command line', () => {
  it('is filled and compared, swapped, gone back from, and forgotten', async () => {
    const person = somebody()
    await publish(...lives.graded(person), ...lives.graded(somebody()))
    await apply()
    await rows(`UPDATE registry.decisions SET decision = '{}', answer = '{}' WHERE person = '${person}' AND purpose = 'ltci-benefit'`)
    const filled = await operate('rebuild')
    expect(filled.said).toMatch(/^filling it with \d entries of the log …\n/)
    expect(filled.said).toContain(`compared 2 persons: the registry says something else of 1\n  such as ${person}\n`)
    expect(filled.said).toMatch(/nothing was swapped; "npm run operate -- rebuild --swap" does that/)
    expect(await wrongDecisions()).toBe(1)

    expect((await operate('rebuild', '--swap')).said).toMatch(/swapped: .*; 1 changed decision was told to subscribers\./)
    expect(await wrongDecisions()).toBe(0)
    await expect(operate('rebuild')).rejects.toThrow(/^The version before the last swap is still kept; .*--roll-back.*--forget/)
    await expect(operate('rebuild', '--swap')).rejects.toThrow(/^There is no rebuilt version to swap; begin with/)

    expect((await operate('rebuild', '--roll-back')).said).toMatch(/swapped: .*; 1 changed decision was told to subscribers\./)
    expect(await wrongDecisions()).toBe(1)
    expect((await operate('rebuild', '--roll-back')).code).toBe(0)
    expect(await wrongDecisions()).toBe(0)

    expect(await versionBeside(city.database.pool)).toBe(keptVersion)
    expect((await operate('rebuild', '--forget')).said).toBe('the version before the last swap is deleted')
    await expect(operate('rebuild', '--forget')).rejects.toThrow(/there is nothing to forget/)
    await expect(operate('rebuild', '--roll-back')).rejects.toThrow(/^No earlier version is kept/)
    expect((await orders()).map(([what]) => what)).toEqual(['swap-registry', 'roll-back-registry', 'roll-back-registry', 'forget-registry'])
  })

  it('swaps when whoever typed it agrees, and without asking when told so', async () => {
    agrees = true
    expect((await operate('rebuild')).said).toContain('swapped: ')
    await operate('rebuild', '--forget')
    agrees = false
    expect((await operate('rebuild', '--yes')).said).toContain('swapped: ')
  })

  it('goes on with what an earlier one filled, or begins anew', async () => {
    await publish(...lives.graded(somebody()))
    await operate('rebuild')
    await publish(lives.died(somebody()))
    expect((await operate('rebuild')).said).toMatch(/^going on with the rebuild that was begun\nfilling it with 1 entry of/)
    expect((await operate('rebuild', '--anew')).said).toMatch(/^filling it with 3 entries/)
  })

  it('says so when what was filled comes from another log', async () => {
    await publish(...lives.graded(somebody()))
    await operate('rebuild')
    await rows(`UPDATE registry_rebuild.projection_checkpoint SET "offset" = "offset" - 100 WHERE topic = 'healthcare-security'`)
    await publish(lives.died(somebody()), ...lives.graded(somebody()))
    await expect(operate('rebuild')).rejects.toThrow(/^What was rebuilt so far comes from another log .* --anew"\.$/)
    expect((await operate('rebuild', '--anew')).code).toBe(0)
  })

  it('stops when told, and says how to go on', async () => {
    await publish(...lives.graded(somebody()))
    stop = AbortSignal.abort()
    const { code, said } = await operate('rebuild')
    expect([code, said.split('\n').at(-1)]).toEqual([130, 'stopped; the same command goes on from here'])
    expect(await versionBeside(city.database.pool)).toBe(rebuiltVersion)
  })
})

const typed = 'npm run operate --'

let test: TestDatabase
let city: City
let lives: Lives
let broken: City['trail'] | undefined
let agrees: boolean
let stop: AbortSignal

/** A minute and a quarter after everything was recorded. */
const clock = { now: () => new Date('2026-03-02T01:01:15.000Z') }

beforeEach(async () => {
  test = await testDatabase()
  city = await openCity(test.url, clock)
  ;[lives, broken, agrees, stop] = [publishedLives(), undefined, false, new AbortController().signal]
})
afterEach(async () => {
  await city.close()
  await test.drop()
})

const operate = async (...args: string[]): Promise<{ readonly code: number; readonly said: string }> => {
  const said: string[] = []
  const code = await orderFrom(args, { typed, account: 'operator-1' })({
    registry: { ...city, url: test.url, trail: broken ?? city.trail },
    typed,
    clock,
    say: (line) => void said.push(line),
    agrees: () => Promise.resolve(agrees),
    signal: stop,
  })
  return { code, said: said.join('\n') }
}

const progress = async (): Promise<ProgressReport> => JSON.parse((await operate('progress', '--json')).said) as ProgressReport

const rows = async <Row extends object>(question: string): Promise<readonly Row[]> => (await city.database.pool.query<Row>(question)).rows

const apply = async (): Promise<void> => expect(await catchUp(city.projection, AbortSignal.timeout(30_000))).toBe(true)

const publish = async (...events: readonly PublishedEvent[]): Promise<void> => {
  for (const [topic, those] of Map.groupBy(events, ({ context }) => context))
    await city.log.publish(topic, those, those.at(-1)?.position ?? 0n)
}

/** Of a name that this version does not know. */
const garbled = (event: PublishedEvent): PublishedEvent => ({ ...event, type: `${event.type}Unheard` }) as unknown as PublishedEvent

/** What stops this person can be read once it is mended; two events wait behind it. */
const parkSomebody = async (): Promise<PersonId> => {
  const person = somebody()
  await publish(garbled(lives.revoked(person)), ...lives.graded(person))
  await apply()
  return person
}

const mend = (): Promise<unknown> => rows(`UPDATE registry.projection_parked SET body = replace(body, 'Unheard', '')`)

const wrongDecisions = async (): Promise<number> => (await rows(`SELECT FROM registry.decisions WHERE answer = '{}'`)).length

const orders = async () => {
  const { entries } = await city.trail.find({ kind: 'operation', agency: 'operations' }, { limit: 100 })
  return entries.map(({ outcome, person, client, reason, basis }) => [outcome, person, client, reason, basis])
}
