export { repeatsRecordNothing, shareAccepted } from './laws.js'
export { specify } from './specify.js'
