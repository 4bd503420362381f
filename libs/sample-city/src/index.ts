export { type CityPlan } from './city.js'
export { type CityExample, type ExpectedReject, type Manifest, manifest, type WrittenFile } from './manifest.js'
export { certifiedOfDisabled, publishedShares } from './population/shares.js'
export { manifestName, writeSampleCity } from './writing/write-sample-city.js'
