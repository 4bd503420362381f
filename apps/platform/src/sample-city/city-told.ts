import type { ExpectedReject, Manifest } from '@concord/sample-city'

/** What was written and planted, for the person who wants to hold the registry's findings against it. */
export const cityTold = (manifest: Manifest, folder: string, seconds: number): string => {
  const { population, files, planted, examples, today, seed } = manifest
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  return [
    `A made-up city of ${population.persons} persons as of ${today} (seed ${seed}) in ${folder}`,
    `${rows} rows in ${files.length} files, ${seconds.toFixed(1)} s, ${Math.round(rows / Math.max(seconds, 0.001))} rows/s`,
    '',
    ...populationTold(population),
    '',
    'Files in the order of import (rows; rows that must be rejected):',
    ...files.map(({ path, rows, expectedRejects }) => `  ${path}: ${rows}${rejectsTold(expectedRejects)}`),
    '',
    'Planted contradictions and double benefits (persons):',
    ...planted.map(({ kind, persons, zh, en }) => `  ${kind}: ${persons}  ${zh} · ${en}`),
    '',
    'Persons to ask about (numbers are in manifest.json):',
    ...examples.map(({ name, zh, en }) => `  ${name}: ${zh} · ${en}`),
  ].join('\n')
}

const populationTold = ({ persons, elders, disabled, severe, certified, certifiedElders }: Manifest['population']): readonly string[] => [
  `60 and over: ${elders} (${percent(elders, persons)} of all); of these disabled ${disabled} (${percent(disabled, elders)}), severe ${severe} (${percent(severe, elders)})`,
  `disability certificates: ${certified} (${percent(certified, persons)} of all); held by people of 60 and over ${certifiedElders} (${percent(certifiedElders, certified)})`,
]

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`

const rejectsTold = (rejects: readonly ExpectedReject[]): string =>
  rejects.length === 0
    ? ''
    : `; ${rejects.map((reject) => `${reject.rows} by ${'column' in reject ? `the column ${reject.column}` : reject.refusal}`).join(', ')}`
