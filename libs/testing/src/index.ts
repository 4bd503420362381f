export { eventually } from './eventually.js'
export { testDatabase, type TestDatabase } from './test-database.js'
export { testFolder } from './test-folder.js'
export { describeOnKafka, describeOnOwnKafka, testKafka, type TestKafka } from './test-kafka.js'
