export { documentOf, visitKind, visitRefusals } from './visits.js'
