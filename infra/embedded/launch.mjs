// The one door of every npm script: `node infra/embedded/launch.mjs COMMAND …arguments`. Runs on any Node from 20.19 with nothing
// installed; brings what is missing, then hands over to the command on the project's own Node. Says what it does on stderr only.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Concord needs Node 20.19 or newer to begin with (it brings its own Node 24); this is Node ${process.versions.node}.`)
  process.exit(1)
}

const { Trouble } = await import('./trouble.mjs')
try {
  const { prepareAndRun } = await import('./commands.mjs')
  await prepareAndRun(process.argv[2], process.argv.slice(3))
} catch (error) {
  // What the system refuses (a full disk, a folder of someone else) is said in its words; anything else is a mistake of ours.
  if (!(error instanceof Trouble) && !error.syscall) throw error
  console.error(error.message)
  process.exit(1)
}
