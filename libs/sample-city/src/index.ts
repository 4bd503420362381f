export type { CityPlan } from './city.js'
export { manifest, type CityExample, type ExpectedReject, type Manifest, type WrittenFile } from './manifest.js'
export { manifestName, writeSampleCity } from './writing/write-sample-city.js'
