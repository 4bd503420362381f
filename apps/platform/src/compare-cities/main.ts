import { resolve } from 'node:path'
import { Command } from 'commander'
import { keyFromFile } from '@concord/identity'
import { defaultAgreement } from '@concord/recognition'
import { personKeyFile } from '../data-folder/city-here.js'
import { keptCity } from '../first-start/sample-city-folder.js'
import { StartFault } from '../starting/start-fault.js'
import { whyNotDone } from '../starting/why-not.js'
import { compareCities } from './compare-cities.js'
import { documentsIn } from './documents-in.js'
import { cityFolder, runningCity } from './running-city.js'

const say = (line: string): void => console.log(line)

/** @returns the exit code */
const compare = async (one: string, other: string): Promise<number> => {
  const manifest = keptCity(cityFolder(one))
  if (!manifest) throw new StartFault(`There is no sample city in ${one}; start it once without --no-city.`)
  const cities = [await runningCity(one), await runningCity(other)] as const
  const documents = await documentsIn(cityFolder(one), manifest, keyFromFile(personKeyFile(one)))
  const agreements = [defaultAgreement]
  let next = 0
  const { answers, different, example } = await compareCities(cities, documents, {
    agreements,
    asOf: manifest.today,
    said: (count) => {
      if (count < next) return
      say(`compared ${count} answers …`)
      next = count + 40_000
    },
  })
  say(`compared ${answers} answers about ${documents.length} persons`)
  if (example) {
    say(`${different} answers differ, for instance for ${example.purpose}:`)
    say(JSON.stringify(example, undefined, 2))
    return 1
  }
  say('both cities answer the same to everything')
  return 0
}

const command = new Command('npm run compare:cities --')
  .description('Asks two running cities the same about every person and for every purpose. 比较两个运行中的城市的全部答复。')
  .argument('[one]', 'data folder of a city that runs', '.concord')
  .argument('[other]', 'data folder of another one', '.concord/on-kafka')
  .showHelpAfterError()
  .parse()

try {
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const [one = '', other = ''] = command.processedArgs as string[]
  process.exitCode = await compare(resolve(from, one), resolve(from, other))
} catch (error) {
  console.error(whyNotDone(error))
  process.exitCode = 1
}
