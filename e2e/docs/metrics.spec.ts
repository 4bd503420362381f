import { describe, expect, it } from '@jest/globals'
import { quietTelemetry } from '@concord/telemetry'
import { codeIn, pageAt, rowsOf } from './pages.js'

describe('the page on watching', () => {
  it('lists every metric of ours, and no other', async () => {
    const told = rowsOf(pageAt('docs/how-to/watch-it.md'), 'Metrics 监控指标').flatMap(([name = '']) => codeIn(name))
    const known = [...(await quietTelemetry().scrape()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name)
    expect(known.length).toBeGreaterThan(10)
    expect(told.filter((name) => /^concord_\w+$/.test(name)).toSorted()).toEqual(known.toSorted())
  })
})
