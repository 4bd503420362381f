/** A metric's line in the text format of Prometheus. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Every sample of a scrape. @throws where a line is none */
export const samplesIn = (text: string): readonly Sample[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      const number = Number(value.replace('Inf', 'Infinity'))
      if (name === '' || (Number.isNaN(number) && value !== 'Nan')) throw new Error(`"${line}" is no sample`)
      return { name, labels: labelsIn(labels), value: number }
    })

const labelsIn = (text: string): Sample['labels'] =>
  Object.fromEntries([...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]))

/** The values of a metric that carry these labels, and perhaps others. */
export const valuesOf = (samples: readonly Sample[], name: string, labels: Sample['labels'] = {}): readonly number[] =>
  samples
    .filter((sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    .map(({ value }) => value)

/** Their sum; 0 when nothing was counted yet. */
export const sumOf = (samples: readonly Sample[], name: string, labels?: Sample['labels']): number =>
  valuesOf(samples, name, labels).reduce((sum, one) => sum + one, 0)
