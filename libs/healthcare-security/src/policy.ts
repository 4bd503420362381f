/** What holds in the whole country for 长期护理失能等级评估. */
export const nationalRules = {
  /** 受理 in 5 working days: 医保办发〔2024〕22号 经办规程. */
  acceptanceWorkingDays: 5,
  /** 送达 in principle in 30 working days from acceptance: 医保发〔2023〕29号 art. 26. */
  deliveryWorkingDays: 30,
  /** 重度失能Ⅰ级 and worse: 医保办发〔2021〕37号. */
  severeGrade: 3,
  /** Longest validity of a severe grade: 医保发〔2023〕29号 art. 25. */
  severeValidityMonths: 24,
  /** 重新评估 on a change, counted from the last conclusion: 医保发〔2023〕29号 art. 29. */
  reassessmentMonths: 6,
} as const

/** What the regulation leaves to the pooling area (统筹地区). Local configuration: each value is to be read against the city's own rules. */
export const poolingAreaPolicy = {
  /** Benefits begin at this grade: 医保函〔2025〕300号 starts from the severe grades; over 40 % of the pilots begin at moderate. */
  benefitGrade: 3,
  /** 公示: 医保发〔2023〕29号 art. 23 leaves the period to the pooling area (unconfirmed). */
  noticeWorkingDays: 5,
  /** 到期评估 may be applied for this long before validity ends: art. 30 only says "before" (unconfirmed). */
  renewalMonths: 3,
} as const
