// After `npm install` from a registry that lacks some platforms' builds: `node infra/embedded/complete-lock.mjs`.
//
// npm leaves such builds out of package-lock.json without a word, and `npm ci` then refuses the lock file on every machine. This writes
// the missing entries: name, version and platform, which is all npm needs to skip them, or to fetch them where they are wanted.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const entryFor = (name, version, dev) => {
  const words = name.split(/[/-]/)
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].includes(word))
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word))
  if (!os || !cpu) throw new Error(`${name} does not tell its platform; complete package-lock.json by hand`)
  const musl = os === 'linux' && words.some((word) => word.startsWith('musl'))
  return { version, cpu: [cpu], ...(dev && { dev }), ...(musl && { libc: ['musl'] }), optional: true, os: [os] }
}

const isThere = (from, name) => {
  const above = from.split('/node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'))
  return ['', ...above].some((folder) => lock.packages[`${folder && `${folder}/`}node_modules/${name}`])
}

const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isThere(path, name))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, dev)]),
)

const byPath = ([one], [other]) => one.localeCompare(other, 'en')
lock.packages = Object.fromEntries([...Object.entries(lock.packages), ...missing].toSorted(byPath))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} entries added`)
