export { identityDocument } from './document.schema.js'
export { personId, type PersonId } from './person-id.js'
export { keyFromFile, PERSON_IDS, personIdsWith, type PersonIds } from './person-ids.js'
