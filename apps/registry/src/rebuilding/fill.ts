import { catchUp, repeatReleases } from '@concord/projections'
import { today } from '@concord/service-kit'
import { sweep } from '../projecting/sweep.js'
import type { Beside, RebuildGround } from './beside.js'
import { keepWhatWasTold } from './keep-what-was-told.js'

/** Makes a version what the live one would be, were it decided today from the whole log. @returns false when the signal came first */
export const fill = async (ground: RebuildGround, beside: Beside, signal: AbortSignal): Promise<boolean> => {
  const { version, tables, projection, deciding } = beside
  if (!(await catchUp(projection, signal))) return false
  await repeatReleases(ground.live, projection)
  await sweep(tables, today(ground.ruling.clock), (on) => ({ ...deciding(), on }))
  await keepWhatWasTold(ground, beside, 'everyone')
  // Tables that are about to answer have to be known to the planner, and the server's own cleaning must not come in the way of a swap.
  await tables.database.pool.query(`VACUUM (ANALYZE) ${version}.facts, ${version}.decisions`)
  return true
}
