import { resolve } from 'node:path'
import { Command } from 'commander'
import { SigningKeyFault } from '@concord/event-signing'
import { wholeNumber } from '@concord/service-kit'
import { makeSecrets, rotateSigningKeys, SecretsFault } from './make-secrets.js'

/** `secrets make FOLDER`, `secrets rotate FILE`: what processes are told in files. */
const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

const aYear = 31_536_000

const program = new Command('npm run secrets --')
  .description('Makes and rotates the secrets of a deployment. 生成和轮换部署所需的密钥。')
  .showHelpAfterError('Commands are listed by "npm run secrets -- --help", the options of one by "npm run secrets -- COMMAND --help".')
program
  .command('make <folder>')
  .description('what is missing of the secrets that infra/docker/compose.yaml names')
  .action(async (folder: string) => {
    await makeSecrets(here(folder))
    console.log(
      `The secrets are in ${here(folder)}. Back up person-key and the signing keys, apart from the data: they cannot be made again.`,
    )
  })
program
  .command('rotate <file>')
  .description('adds a signing key, published at once, that signs when the overlap is over')
  .option('--overlap <seconds>', 'until everybody has had the time to learn of it', wholeNumber(0, aYear), 86_400)
  .action(async (file: string, { overlap }: { readonly overlap: number }) => {
    await rotateSigningKeys(here(file), overlap)
    console.log(`The new key in ${here(file)} signs in ${overlap} seconds. Give the file to the service now.`)
  })

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof SigningKeyFault || error instanceof SecretsFault)) throw error
  console.error(error.message)
  process.exitCode = 1
}
