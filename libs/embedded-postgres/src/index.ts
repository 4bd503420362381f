export { PostgresFault, type PostgresFaultKind } from './postgres-fault.js'
export { usePostgres, type Postgres } from './postgres.js'
export { resetPostgres, startPostgres, type PostgresOptions } from './start-postgres.js'
