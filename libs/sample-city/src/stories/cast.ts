import type { Layer, Stratum } from '../population/strata.js'
import { contradictionStories } from './contradictions.js'
import { correctionStories } from './corrections.js'
import { exampleStories } from './examples.js'
import { rejectionStories } from './rejections.js'
import type { Story } from './story.js'

/** The first persons of every city, in this order: each story is told at least once, also in a small city. */
export const cast: readonly Story[] = [...exampleStories, ...contradictionStories, ...correctionStories, ...rejectionStories]

/** Among so many persons of a stratum each of its stories is told once more. */
const every: Readonly<Record<Stratum, number>> = {
  severe: 30,
  disabled: 80,
  'certified-elder': 90,
  'certified-younger': 120,
  elder: 1500,
  younger: 5000,
}

/** Another telling of a story in a larger city: the last persons of each round. */
export const storyAgain = ({ stratum, number }: Layer): Story | undefined => {
  const stories = cast.filter((story) => story.stratum === stratum)
  return stories[every[stratum] - 1 - ((number - stories.length) % every[stratum])]
}
