import type { Life } from '../city.js'
import type { Row } from '../files/agency-file.js'
import { certificates } from '../files/disabled-persons-federation.files.js'
import type { CityExample, Manifest, Population } from '../manifest.js'
import { isElder, strata, type Stratum } from '../population/strata.js'
import { planted, plantedWords, type Planted } from '../stories/planted.js'

/** Counts a city while it is written. */
export const census = () => {
  const inStratum = new Map<Stratum, number>()
  const plantedTimes = new Map<Planted, number>()
  const certified = { elders: 0, younger: 0 }
  const examples: CityExample[] = []
  const population = (): Population => {
    const of = (...some: readonly Stratum[]): number => some.reduce((sum, stratum) => sum + (inStratum.get(stratum) ?? 0), 0)
    return {
      persons: of(...strata),
      elders: of(...strata.filter(isElder)),
      disabled: of('severe', 'disabled'),
      severe: of('severe'),
      certified: certified.elders + certified.younger,
      certifiedElders: certified.elders,
    }
  }
  return {
    countRow: ({ file }: Row, { stratum }: Life['resident']): void => {
      if (file === certificates.file) certified[isElder(stratum) ? 'elders' : 'younger'] += 1
    },
    countLife: ({ resident: { stratum, document }, story, example }: Life): void => {
      inStratum.set(stratum, (inStratum.get(stratum) ?? 0) + 1)
      if (story?.plants) plantedTimes.set(story.plants, (plantedTimes.get(story.plants) ?? 0) + 1)
      const isFirst = example && examples.every(({ name }) => name !== story?.name)
      if (story && isFirst) examples.push({ name: story.name, document, ...example, questions: example.questions.map(questionOf) })
    },
    told: (): Pick<Manifest, 'population' | 'planted' | 'examples'> => ({
      population: population(),
      planted: planted.options.map((kind) => ({ kind, ...plantedWords[kind], persons: plantedTimes.get(kind) ?? 0 })),
      examples,
    }),
  }
}

type Question = NonNullable<Life['example']>['questions'][number]

const questionOf = ({ purpose, asOf, answer }: Question): CityExample['questions'][number] => ({
  purpose,
  asOf,
  answer: { ...answer, missing: [...answer.missing] },
})
