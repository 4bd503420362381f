import { resolve } from 'node:path'
import { scoreFile } from './score-file.js'

/** `score STANDARD FILE.json`: results on standard output and nothing else there; complaints on standard error, and exit code 1. */
const [standard, file] = process.argv.slice(2)

/** npm runs a script in the project's folder; INIT_CWD is where its caller stands. */
const path = file === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '', file)

const scored = scoreFile(standard, path)
if ('results' in scored) {
  process.stdout.write(`${JSON.stringify(scored.results, undefined, 2)}\n`)
} else {
  process.stderr.write(`${scored.complaints.join('\n')}\n`)
  process.exitCode = 1
}
