import type {
  AbilityAssessmentEvent,
  CareVoucherEvent,
  DeathReportEvent,
  FileEvent,
  HardshipEvent,
  SubsidyEvent,
} from '@concord/civil-affairs'
import { civilAffairsEvent, type CivilAffairsEvent } from '@concord/contracts'
import { codecOf } from '@concord/event-store'
import { publishing, type Translate } from '@concord/service-kit'
import { abilityAssessmentNames } from '../ability-assessment/ability-assessment.codec.js'
import { careVoucherNames } from '../care-voucher/care-voucher.codec.js'
import { deathReportNames } from '../death-report/death-report.codec.js'
import { fileNames } from '../file/file.codec.js'
import { hardshipNames } from '../hardship/hardship.codec.js'
import { subsidiesNames } from '../subsidies/subsidies.codec.js'

/** All that 民政 records, whichever stream it stands in. */
export type RecordedCivilAffairsEvent =
  AbilityAssessmentEvent | CareVoucherEvent | DeathReportEvent | FileEvent | HardshipEvent | SubsidyEvent

const codec = codecOf<RecordedCivilAffairsEvent>({
  ...abilityAssessmentNames,
  ...careVoucherNames,
  ...deathReportNames,
  ...fileNames,
  ...hardshipNames,
  ...subsidiesNames,
})

type Of<Type extends RecordedCivilAffairsEvent['type']> = Extract<RecordedCivilAffairsEvent, { type: Type }>

const published = (event: RecordedCivilAffairsEvent): CivilAffairsEvent => {
  switch (event.type) {
    case 'ElderAbilityAssessed':
      return assessed(event)
    case 'SubsidyGranted':
      return { type: `${subsidyNames[event.data.kind]}Granted`, data: event.data }
    case 'SubsidyStopped':
      return { type: `${subsidyNames[event.data.kind]}Stopped`, data: event.data }
    case 'CivilAffairsFileOpened':
    case 'ResidenceMoved':
    case 'AbilityReviewRequested':
    case 'AbilityAssessmentRevoked':
    case 'HardshipRecognised':
    case 'HardshipWithdrawn':
    case 'CareVoucherIssued':
    case 'DeathReported':
    case 'DeathReportWithdrawn':
      return event
  }
}

const assessed = ({ type, data }: Of<'ElderAbilityAssessed'>): CivilAffairsEvent => ({
  type,
  data: {
    ...data,
    standard: 'gbt-42195-2022',
    determinedOn: data.on,
    items: [...data.items],
    assessors: [...data.assessors],
    adjustments: [...data.adjustments],
  },
})

const subsidyNames = {
  'disability-living': 'DisabilityLivingSubsidy',
  'disability-nursing': 'DisabilityNursingSubsidy',
  'elder-nursing': 'ElderNursingSubsidy',
} as const satisfies Record<Of<'SubsidyGranted'>['data']['kind'], string>

/** Nothing that 民政 records is private as a whole; what the contract does not name of it stays at home. */
const translate: Translate<'civil-affairs', RecordedCivilAffairsEvent> = (event) => civilAffairsEvent.parse(published(event))

/** What 民政 tells the others of what it recorded. */
export const toPublishedEvent = publishing('civil-affairs', codec, translate)
