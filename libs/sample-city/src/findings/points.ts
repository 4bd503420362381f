import type { Chance } from '../chance/chance.js'

/** Answers to items of these highest points that sum up to a total: points are lost one by one, here and there. */
export const pointsSummingTo = (total: number, highest: readonly number[], chance: Chance): number[] => {
  const points = [...highest]
  let left = points.reduce((sum, point) => sum + point, 0)
  while (left > total) {
    const place = chance.below(points.length)
    const point = points[place] ?? 0
    if (point === 0) continue
    points[place] = point - 1
    left -= 1
  }
  return points
}
