import { systemClock, today } from '@concord/service-kit'
import { writeSampleCity } from '@concord/sample-city'
import { cityTold } from './city-told.js'
import { sampleCityOptionsFrom } from './options.js'

/** `sample-city --folder DIR`: the files, and on standard output what was written and planted. */
const { folder, ...plan } = sampleCityOptionsFrom(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd(), today(systemClock))

try {
  const start = performance.now()
  const manifest = writeSampleCity(folder, plan)
  console.log(cityTold(manifest, folder, (performance.now() - start) / 1000))
} catch (error) {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  console.error(`The city cannot be written to ${folder} (${error.code}).`)
  process.exitCode = 1
}
