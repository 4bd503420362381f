import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contextName } from '@concord/contracts'
import { openSigningKeys, rotate } from '@concord/event-signing'
import { keyFromFile } from '@concord/identity'
import {
  kafkaPasswordFile,
  kafkaUsers,
  kafkaUsersFile,
  personKeySecret,
  postgresAddresses,
  rolesFile,
  signingKeysSecret,
  superuserFile,
} from './secret-files.js'

/** A container reads a mounted file under an account of its own; on the host nobody but the folder's owner gets as far as the file. */
const forContainers = 0o444
const forItsOwner = 0o700

/** What the system does not let be done, as one sentence. */
export class SecretsFault extends Error {
  override readonly name = 'SecretsFault'
}

/** Makes what is missing of the secrets that `infra/docker/compose.yaml` names, and keeps what is there. @throws SecretsFault */
export const makeSecrets = (folder: string): Promise<void> =>
  orTold(
    () => makeIn(folder),
    ({ code = '' }) =>
      `The secrets cannot be written to ${folder} (${code})${['EEXIST', 'ENOTDIR'].includes(code) ? '; name a folder' : ''}.`,
  )

/** Adds a signing key that signs once everybody has had the time to learn of it. @throws SecretsFault, SigningKeyFault */
export const rotateSigningKeys = (path: string, overlapSeconds: number): Promise<void> =>
  orTold(
    async () => {
      await rotate(path, overlapSeconds)
      chmodSync(path, forContainers)
    },
    ({ code, path: at }) => `The signing keys ${path} cannot be ${at === `${path}.new` ? 'written' : 'read'} (${code}).`,
  )

/** @param sentence for what has a code */
const orTold = async (work: () => Promise<void>, sentence: (error: NodeJS.ErrnoException) => string): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const refused = error as NodeJS.ErrnoException
    throw refused.code === undefined ? error : new SecretsFault(sentence(refused), { cause: error })
  }
}

const makeIn = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, forItsOwner)
  const at = (name: string): string => join(folder, name)
  keyFromFile(at(personKeySecret))
  for (const context of contextName.options) await openSigningKeys(at(signingKeysSecret(context)))
  keep(at(superuserFile), password)
  for (const { file, role, database } of postgresAddresses)
    keep(at(file), () => `postgres://${role}:${password()}@postgres:5432/${database}`)
  for (const user of kafkaUsers) keep(at(kafkaPasswordFile(user)), password)
  replace(at(rolesFile), rolesSql(folder))
  replace(at(kafkaUsersFile), kafkaLogin(folder))
  for (const name of readdirSync(folder)) chmodSync(at(name), forContainers)
}

/** Hexadecimal: it stands in addresses, in SQL and in Java's own file as it is. */
const password = (): string => randomBytes(24).toString('hex')

const keep = (path: string, make: () => string): void => {
  if (!existsSync(path)) replace(path, make())
}

const replace = (path: string, content: string): void => {
  writeFileSync(`${path}.new`, `${content}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** For the first start of the database. */
const rolesSql = (folder: string): string =>
  postgresAddresses
    .map(({ file }) => new URL(contentOf(folder, file)))
    .map(({ username, password: itsPassword }) => `CREATE ROLE ${username} LOGIN PASSWORD '${itsPassword}';`)
    .join('\n')

/** Whom the broker knows, as Java's login configuration says it. */
const kafkaLogin = (folder: string): string => {
  const users = kafkaUsers.map((user) => `  user_${user}="${contentOf(folder, kafkaPasswordFile(user))}"`)
  return ['KafkaServer {', '  org.apache.kafka.common.security.plain.PlainLoginModule required', `${users.join('\n')};`, '};'].join('\n')
}

const contentOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8').trim()
