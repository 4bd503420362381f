export { fakeKurrentDb, notLeader, type FakeKurrentDb } from './fake-kurrent-db.js'
