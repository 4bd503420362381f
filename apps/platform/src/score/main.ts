import { scoreOptionsFrom } from './options.js'
import { scoreFile } from './score-file.js'

/** `score STANDARD FILE.json`: results on standard output and nothing else there; complaints on standard error, and exit code 1. */
const { standard, file } = scoreOptionsFrom(
  process.argv.slice(2),
  // npm runs a script in the project's folder; this is where its caller stands.
  process.env['INIT_CWD'] ?? process.cwd(),
)

const scored = scoreFile(standard, file)
if ('results' in scored) {
  process.stdout.write(`${JSON.stringify(scored.results, undefined, 2)}\n`)
} else {
  process.stderr.write(`${scored.complaints.join('\n')}\n`)
  process.exitCode = 1
}
