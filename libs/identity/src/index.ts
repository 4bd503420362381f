export { withBornOn } from './born-on.js'
export { identityDocument } from './document.schema.js'
export { personId, type PersonId } from '@concord/contracts'
export { keyFromFile, keyIn, PERSON_IDS, personIdsWith, type PersonIds } from './person-ids.js'
