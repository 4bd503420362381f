import { describe, expect, it } from '@jest/globals'
import { type Span, trace, TraceFlags } from '@opentelemetry/api'
import { plainDate, residentNumber } from '@concord/standards'
import { linksTo, spanContextFrom, traceparentOf, within } from './traceparent.js'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const spanId = '00f067aa0ba902b7'
const known = `00-${traceId}-${spanId}-01`

describe('a traceparent', () => {
  it('is read as the parent that it names', () => {
    expect(spanContextFrom(known)).toEqual({ traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true })
    expect(spanContextFrom(`00-${traceId}-${spanId}-00`)?.traceFlags).toBe(TraceFlags.NONE)
    expect(trace.getSpanContext(within(known))).toMatchObject({ traceId, spanId })
  })

  it.each([undefined, '', 'nonsense', known.toUpperCase(), `00-${'0'.repeat(32)}-${spanId}-01`, `00-${traceId}-${'0'.repeat(16)}-01`])(
    'that is none begins a trace of its own: %s',
    (text) => {
      expect(spanContextFrom(text)).toBeUndefined()
      expect(trace.getSpanContext(within(text))).toBeUndefined()
    },
  )

  it('that holds an identity number is not taken over, wherever it stands in the id', () => {
    const number = residentNumber({ region: '350299', bornOn: plainDate.parse('1941-03-07'), sequence: 731 }).slice(0, 17)
    for (let place = 0; place + number.length <= 32; place++) {
      const id = `${'a'.repeat(place)}${number}`.padEnd(32, 'a')
      expect(spanContextFrom(`00-${id}-${spanId}-01`)).toBeUndefined()
    }
  })

  it('is given on by a span that is recorded, and by no other', () => {
    expect(traceparentOf(spanWith(TraceFlags.SAMPLED, true))).toBe(known)
    expect(traceparentOf(spanWith(TraceFlags.SAMPLED, false))).toBeUndefined()
    expect(traceparentOf(spanWith(TraceFlags.NONE, true))).toBeUndefined()
    expect(traceparentOf(undefined)).toBeUndefined()
  })
})

describe('links', () => {
  it('lead to each trace once, and leave out what is none', () => {
    const other = `00-${'5c'.repeat(16)}-${spanId}-01`
    expect(linksTo([known, undefined, 'nonsense', known, other]).map(({ context }) => context.traceId)).toEqual([traceId, '5c'.repeat(16)])
  })

  it('are never more than anybody would follow', () => {
    const many = Array.from({ length: 1_000 }, (_, nth) => `00-${traceId}-${(nth + 1).toString(16).padStart(16, '0')}-01`)
    expect(linksTo(many)).toHaveLength(32)
  })
})

const spanWith = (traceFlags: TraceFlags, recording: boolean): Span =>
  ({ isRecording: () => recording, spanContext: () => ({ traceId, spanId, traceFlags }) }) as Span
