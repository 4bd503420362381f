import { holidayCalendar } from '../calendar/holiday-calendar.js'
import { gbt26341Table } from '../gbt-26341-2010/gbt-26341-2010.table.js'
import { gbt42195Table } from '../gbt-42195-2022/gbt-42195-2022.table.js'
import { identitySources } from '../identity/identity-sources.js'
import { ltci2021Table } from '../ltci-2021/ltci-2021.table.js'
import type { Source } from './source.js'

/** Every document that this library's data comes from; `docs/sources.md` tells them to people. */
export const sources: readonly Source[] = [
  ltci2021Table.source,
  gbt42195Table.source,
  gbt26341Table.source,
  ...identitySources,
  ...holidayCalendar.years.map((year) => year.source),
]
