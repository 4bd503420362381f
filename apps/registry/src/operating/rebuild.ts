import { progressOf } from '@concord/projections'
import { UnknownOffset } from '@concord/published-log'
import { defaultAgreement } from '@concord/recognition'
import { aloneOrRefused } from '../rebuilding/alone-or-refused.js'
import { type Beside, openBeside, type RebuildGround } from '../rebuilding/beside.js'
import { compareVersions, type VersionsCompared } from '../rebuilding/compare-versions.js'
import { fill } from '../rebuilding/fill.js'
import { swap } from '../rebuilding/swap.js'
import { type BesideVersion, forgetVersion, keptVersion, rebuiltVersion, versionBeside } from '../rebuilding/versions.js'
import { OrderFault } from '../order-fault.js'
import { fillDisplay } from './fill-display.js'
import type { Operating, Order } from './operating.js'
import { aheadTold, comparedTold, swappedTold } from './rebuild-told.js'
import { recordOrder } from './record-order.js'

const commandAt = ({ typed }: Operating): string => `${typed} rebuild`

export interface RebuildChoices {
  /** Throws away what an earlier rebuild has filled. */
  readonly anew: boolean
  /** Swaps without asking. */
  readonly yes: boolean
  readonly by: string
}

/** 重建: fills a version beside the live one, compares, and swaps when whoever typed it agrees. */
export const rebuild = ({ anew, yes, by }: RebuildChoices): Order =>
  onVersions(async (at, version) => {
    if (version === keptVersion)
      throw new OrderFault(
        `The version before the last swap is still kept; go back to it with "${commandAt(at)} --roll-back", or forget it with "${commandAt(at)} --forget", and rebuild then.`,
      )
    if (anew) await forgetVersion(at.registry.database.pool, rebuiltVersion)
    else if (version) at.say('going on with the rebuild that was begun')
    return withFilled(at, rebuiltVersion, async (beside, compared) => {
      if (yes || (await at.agrees('Swap the registry and the rebuilt version now? 现在切换？')))
        return swapNow(at, { beside, compared, by })
      at.say(`nothing was swapped; "${commandAt(at)} --swap" does that, "${commandAt(at)} --forget" throws the rebuilt version away`)
      return 0
    })
  })

/** 切换: what was rebuilt takes the live version's place. */
export const swapRebuilt = (by: string): Order =>
  onVersions((at, version) => {
    if (version !== rebuiltVersion) throw new OrderFault(`There is no rebuilt version to swap; begin with "${commandAt(at)}".`)
    return withFilled(at, rebuiltVersion, (beside, compared) => swapNow(at, { beside, compared, by }))
  })

/** 回退: the version that the last swap replaced takes its place again. */
export const rollBack = (by: string): Order =>
  onVersions((at, version) => {
    if (version !== keptVersion) throw new OrderFault('No earlier version is kept: there was no swap, or it was forgotten.')
    return withFilled(at, keptVersion, (beside, compared) => swapNow(at, { beside, compared, by }))
  })

export const forget = (by: string): Order =>
  onVersions(async (at, version) => {
    if (!version) throw new OrderFault('No other version stands beside the registry: there is nothing to forget.')
    await recordOrder(at, { what: 'forget-registry', by })
    await forgetVersion(at.registry.database.pool, version)
    at.say(version === keptVersion ? 'the version before the last swap is deleted' : 'the rebuilt version is deleted')
    return 0
  })

const onVersions =
  (work: (at: Operating, version: BesideVersion | undefined) => Promise<number>): Order =>
  (at) => {
    const { pool } = at.registry.database
    return aloneOrRefused(pool, async () => work(at, await versionBeside(pool)))
  }

const groundOf = ({ registry: { url, log, projection }, clock }: Operating): RebuildGround => ({
  url,
  log,
  live: projection,
  ruling: { agreements: [defaultAgreement], clock },
})

/** Fills a version with all that the log holds and compares it. */
const withFilled = async (
  at: Operating,
  version: BesideVersion,
  then: (beside: Beside, compared: VersionsCompared) => Promise<number>,
): Promise<number> => {
  const ground = groundOf(at)
  const display = fillDisplay()
  const beside = await openBeside(ground, version, display.add)
  try {
    const ahead = (await progressOf(beside.projection)).reduce((sum, { lag }) => sum + lag, 0)
    at.say(aheadTold(ahead))
    display.begin(ahead)
    const isFilled = await fill(ground, beside, at.signal).finally(display.end)
    if (!isFilled) return stopped(at)
    at.say('comparing person by person …')
    const compared = await compareVersions(ground, beside)
    at.say(comparedTold(compared))
    return await then(beside, compared)
  } catch (error) {
    throw error instanceof UnknownOffset ? new OrderFault(ofAnotherLog(commandAt(at))[version], { cause: error }) : error
  } finally {
    await beside.close()
  }
}

const ofAnotherLog = (command: string): Readonly<Record<BesideVersion, string>> => ({
  [rebuiltVersion]: `What was rebuilt so far comes from another log than this one; begin anew with "${command} --anew".`,
  [keptVersion]: `The kept version comes from another log than this one and cannot be brought up to date; forget it with "${command} --forget", and rebuild.`,
})

const stopped = ({ say }: Operating): number => {
  say('stopped; the same command goes on from here')
  return 130
}

const swapNow = async (
  at: Operating,
  { beside, compared, by }: { readonly beside: Beside; readonly compared: VersionsCompared; readonly by: string },
): Promise<number> => {
  await recordOrder(at, { what: beside.version === keptVersion ? 'roll-back-registry' : 'swap-registry', by })
  at.say(swappedTold(await swap(groundOf(at), beside, compared)))
  at.say(`the version before is kept: "${commandAt(at)} --roll-back" goes back to it, "${commandAt(at)} --forget" deletes it`)
  return 0
}
