export { publishedLogContract, type LogUnderTest } from './published-log.contract.js'
export { comaBegan, somebody } from './events.js'
export { eventsNow, eventsOf, eventsWithin, headsOf, takeEvents, takePages, type Taking } from './taking.js'
