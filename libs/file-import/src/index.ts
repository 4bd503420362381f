export { flag, maybe, recordIdOf, wholeNumber, wholeNumbers, words } from './cells.js'
export { recordKind, type PersonOfRow, type PersonRow, type ReadRow, type RecordKind } from './record-kind.js'
