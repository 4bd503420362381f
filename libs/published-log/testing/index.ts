export { publishedLogContract, type LogUnderTest } from './published-log.contract.js'
export { comaBegan, somebody } from './events.js'
