import type { Sentences } from '@concord/decider'
import type { OutOfStep } from './step-by-step.js'

export const outOfStepRefusals: Sentences<OutOfStep> = {
  'dated-before-last-step': {
    zh: '日期早于同一事项上一步的日期。请核对日期，按办理顺序提交。',
    en: 'The date lies before that of the previous step in this matter. Check the date and submit steps in the order in which they were taken.',
  },
}
