import { describe, expect, it } from '@jest/globals'
import { somebody } from '@concord/published-log/testing'
import { filling } from './fill-display.js'
import { nextTold, parkedTold, personTold } from './parked-told.js'
import type { ProgressReport } from './progress.js'
import { progressTold } from './progress-told.js'
import { aheadTold, comparedTold, swappedTold } from './rebuild-told.js'

const typed = 'npm run operate --'

describe('progress 进度', () => {
  const place = { topic: 'health', partition: 0, position: '7', offset: '9', head: '12', eventsBehind: 3, secondsBehind: 75 } as const
  const report: ProgressReport = {
    at: '2026-03-05T02:00:00.000Z',
    projections: [
      {
        projection: 'registry',
        version: 'live',
        parkedPersons: 2,
        places: [place, { ...place, topic: 'civil-affairs', secondsBehind: null }],
      },
    ],
    oldestOpenTransaction: null,
  }

  it('is told by place, in columns', () =>
    expect(progressTold(report, typed).split('\n')).toEqual([
      'registry: 2 parked; "npm run operate -- parked list" names them',
      '  topic          partition  position  offset  head  events behind          time behind',
      '  health                 0         7       9    12              3           1 min 15 s',
      '  civil-affairs          0         7       9    12              3  nothing applied yet',
      '',
      'no transaction is open that has written something',
    ]))

  it('names a rebuild, and the transaction that holds everybody back', () => {
    const oldest = { pid: 42, application: 'psql', state: 'idle in transaction', ageSeconds: 61, heldBack: '5' }
    const rebuilt = { ...report, projections: [{ projection: 'registry', version: 'rebuild', parkedPersons: 0, places: [] } as const] }
    const told = progressTold({ ...rebuilt, oldestOpenTransaction: oldest }, typed)
    expect(told).toContain('registry, rebuilt beside the live one: nobody is parked')
    expect(told).toContain(
      'process 42 (psql, idle in transaction), since 1 min 1 s; nobody sees what the 5 transactions after it wrote until it ends',
    )
  })
})

describe('parked persons 搁置', () => {
  const now = new Date('2026-03-05T02:00:00.000Z')
  const since = new Date('2026-03-05T00:00:00.000Z')
  const parked = { person: somebody(), topic: 'health', position: 7n, error: 'Error: cannot be applied', since, events: 3 } as const

  it('are told in a line each, with what can be done', () => {
    const [line, , what] = parkedTold([parked], now, typed).split('\n')
    expect(line).toBe(`${parked.person}  since 2 h 0 min  health/7  3 wait  Error: cannot be applied`)
    expect(what).toMatch(/parked retry --all.*parked release PERSON --by WHO --reason WHY/)
    expect(parkedTold([], now, typed)).toBe('nobody is parked')
  })

  it('stand on one line each, however long the error', () => {
    const [line = ''] = parkedTold([{ ...parked, error: `Error: [\n  ${'x'.repeat(500)}\n]` }], now, typed).split('\n')
    expect(line).toMatch(/Error: \[ x+…$/)
    expect(line.length).toBeLessThan(250)
  })

  it('are shown one by one', () =>
    expect(personTold(parked, now, typed).split('\n').slice(0, 5)).toEqual([
      `person   ${parked.person}`,
      'event    health/7',
      'since    2026-03-05T00:00:00.000Z (2 h 0 min)',
      'waiting  3 events, this one included',
      'error    Error: cannot be applied',
    ]))

  it('that stay so are told why', () =>
    expect(nextTold(parked, typed)).toMatch(/health\/7 cannot be applied \(Error: cannot be applied\), 3 events wait; mend the cause/))
})

describe('a rebuild 重建', () => {
  const equal = { on: '2026-03-05' as never, persons: 20_000, different: 0, examples: [], moving: 0, mistold: 0, parked: 0 }

  it('says when all is the same', () =>
    expect(comparedTold(equal)).toBe('compared 20,000 persons: the registry says the same of all\nnobody is parked in it'))

  it('names some who differ, who could not be compared, what the feed says otherwise, and who is parked', () =>
    expect(comparedTold({ ...equal, different: 3, examples: ['a', 'b'], moving: 1, mistold: 2, parked: 1 }).split('\n')).toEqual([
      'compared 20,000 persons: the registry says something else of 3',
      '  such as a b and 1 more',
      '1 person has events that only one of the two has applied; a swap looks again',
      'the feed says something else than the registry for 2 decisions; a swap tells these again',
      '1 person is parked in it',
    ]))

  it('tells what is ahead, and what a swap did', () => {
    expect([aheadTold(0), aheadTold(1_200)]).toEqual(['all that the log holds is in it', 'filling it with 1,200 entries of the log …'])
    expect(swappedTold({ told: 1, milliseconds: 340 })).toContain('1 changed decision was told to subscribers. Events waited 0.3 s')
  })

  it('tells its pace and the time left', () => {
    expect(filling(1_000, 0, 0)).toEqual({ percent: 0, events: 0, rate: 0, left: '?' })
    expect(filling(1_000, 250, 10)).toEqual({ percent: 25, events: 250, rate: 25, left: '30 s' })
    expect(filling(1_000, 1_100, 10)).toEqual({ percent: 100, events: 1_100, rate: 110, left: '0 s' })
  })
})
