import type { VersionsCompared } from '../rebuilding/compare-versions.js'
import type { Swapped } from '../rebuilding/swap.js'

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** What the log holds and a version has not applied. */
export const aheadTold = (entries: number): string =>
  entries === 0 ? 'all that the log holds is in it' : `filling it with ${counted(entries, 'entry', 'entries')} of the log …`

/** How a version differs from the registry that answers. */
export const comparedTold = ({ persons, different, examples, moving, mistold, parked }: VersionsCompared): string => {
  const more = different - examples.length
  const told = [
    `compared ${counted(persons, 'person', 'persons')}: ` +
      (different === 0 ? 'the registry says the same of all' : `the registry says something else of ${different.toLocaleString('en')}`),
  ]
  if (different > 0) told.push(`  such as ${examples.join(' ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`)
  if (moving > 0)
    told.push(`${counted(moving, 'person has', 'persons have')} events that only one of the two has applied; a swap looks again`)
  if (mistold > 0)
    told.push(`the feed says something else than the registry for ${counted(mistold, 'decision', 'decisions')}; a swap tells these again`)
  told.push(parked === 0 ? 'nobody is parked in it' : `${counted(parked, 'person is', 'persons are')} parked in it`)
  return told.join('\n')
}

export const swappedTold = ({ told, milliseconds }: Swapped): string =>
  `swapped: the registry answers from this version; ${counted(told, 'changed decision was', 'changed decisions were')} told to subscribers. ` +
  `Events waited ${(milliseconds / 1_000).toFixed(1)} s, lookups went on`
