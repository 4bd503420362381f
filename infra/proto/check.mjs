// `npm run check:proto`, in the project's folder: is the wire contract well formed, can readers of the last release still read it, and
// is the generated code what it generates? Needs no network.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const generated = 'libs/contracts/src/gen'

const buf = (...args) => {
  const { status, stdout, stderr, error } = spawnSync('node_modules/.bin/buf', args, { encoding: 'utf8' })
  return { passed: status === 0, said: error ? `${error.message}\n` : stdout + stderr }
}

const steps = [
  { look: () => buf('lint'), complaint: 'The proto files break a rule of buf, see above; buf.yaml says which rules hold.' },
  {
    look: () => buf('format', '--diff', '--exit-code'),
    complaint: 'The proto files are not formatted, see above; `npx buf format -w` does it.',
  },
  {
    look: () => buf('breaking', '--against', 'proto/baseline.binpb'),
    complaint: 'Who reads the released contract would no longer understand this, see above; proto/README.md says what may change.',
  },
  {
    look: () => generateAnew(),
    complaint: `${generated} is not what the proto files generate; \`npm run proto:generate\` writes it anew.`,
  },
]

const generateAnew = () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-proto-'))
  try {
    const { passed, said } = buf('generate', '--output', folder)
    const changed = passed ? differences(join(folder, generated), generated) : []
    return { passed: passed && changed.length === 0, said: said + changed.map((file) => `${join(generated, file)}\n`).join('') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Files of either folder that are not the same in both. */
const differences = (one, other) =>
  [...new Set([one, other].flatMap(filesIn))]
    .filter((file) => textOf(one, file) !== textOf(other, file))
    .toSorted((file, next) => (file < next ? -1 : 1))

const filesIn = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile()) : []

const textOf = (folder, file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined)

for (const { look, complaint } of steps) {
  const { passed, said } = look()
  if (passed) continue
  console.error(said + complaint)
  process.exit(1)
}
