import { dateInChina, plainDate } from '@concord/standards'
import { systemClock } from './clock.js'

/** No living person was born earlier: an older date is a slip of the pen. */
const earliest = '1850-01-01'

/** The date of something that happened: today in China or earlier. */
export const pastDate = plainDate
  .refine((date) => date >= earliest, { message: `lies before ${earliest} 日期过早`, abort: true })
  .refine((date) => date <= dateInChina(systemClock.now().toISOString()), {
    message: 'lies in the future, though it should have happened 日期晚于今天',
  })
