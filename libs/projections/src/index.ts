export { parkedByTopic, parkedPersons, releaseParked, retryParked, type ParkedPerson, type Release } from './parked.js'
export { progressOf, waiterFor, type WaitFor, type Awaited, type PlaceProgress } from './progress.js'
export { prepareProjection, type AppliedPage, type Projection } from './projection.js'
export { catchUp, runProjection } from './run-projection.js'
