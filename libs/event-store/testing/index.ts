export { eventStoreContract, type StoreUnderTest } from './event-store.contract.js'
export { newEvents, readAll, take } from './events.js'
