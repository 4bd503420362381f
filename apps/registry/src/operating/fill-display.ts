import { Presets, SingleBar } from 'cli-progress'
import { durationTold } from '@concord/service-kit'

/** Shows how a version is filled: on standard error, a bar on a terminal, a line every few seconds elsewhere. */
export interface FillDisplay {
  /** @param events that are ahead, as far as the log can tell */
  readonly begin: (events: number) => void
  readonly add: (events: number) => void
  readonly end: () => void
}

const millisecondsBetweenLines = 5_000

interface Shown {
  readonly percent: number
  readonly events: number
  readonly rate: number
  readonly left: string
}

export const fillDisplay = (to: NodeJS.WriteStream = process.stderr): FillDisplay => {
  let [ahead, events, began] = [0, 0, performance.now()]
  let shown: ReturnType<typeof bar> | undefined
  const now = (): Shown => filling(ahead, events, (performance.now() - began) / 1_000)
  return {
    begin: (all) => {
      ;[ahead, began] = [all, performance.now()]
      if (all > 0) shown = to.isTTY ? bar(to) : lines(to)
    },
    add: (some) => {
      events += some
      shown?.show(now())
    },
    end: () => {
      shown?.end(now())
      shown = undefined
    },
  }
}

/** @param ahead entries of the log; some of them may be no events, so that the last percent may be missing */
export const filling = (ahead: number, events: number, seconds: number): Shown => {
  const rate = seconds > 0 ? events / seconds : 0
  return {
    percent: Math.min(100, Math.floor((events / ahead) * 100)),
    events,
    rate: Math.round(rate),
    left: durationTold(rate > 0 ? Math.max(0, ahead - events) / rate : Number.POSITIVE_INFINITY),
  }
}

const bar = (stream: NodeJS.WriteStream) => {
  const shown = new SingleBar(
    { stream, format: ' {bar} {percent} % | {events} events | {rate} events/s | {left} left', hideCursor: true, barsize: 30 },
    Presets.shades_classic,
  )
  shown.start(100, 0, { percent: 0, events: 0, rate: 0, left: '?' })
  return {
    show: (now: Shown): void => shown.update(now.percent, now),
    end: (now: Shown): void => {
      shown.update(now.percent, now)
      shown.stop()
    },
  }
}

const lines = (stream: NodeJS.WriteStream) => {
  let last = Number.NEGATIVE_INFINITY
  const write = ({ percent, events, rate, left }: Shown): void => {
    stream.write(`${percent} %: ${events} events, ${rate} events/s, ${left} left\n`)
  }
  return {
    show: (now: Shown): void => {
      if (performance.now() - last < millisecondsBetweenLines) return
      last = performance.now()
      write(now)
    },
    end: write,
  }
}
