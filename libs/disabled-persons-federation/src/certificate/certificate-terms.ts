/**
 * Periods of 《中华人民共和国残疾人证管理办法》, in force since 2018-01-01, by article. The 办法 sets neither a renewal window nor a
 * term for going on to the province: both are the city's own.
 */
export const certificateTerms = {
  /** 公示, art. 9 */
  noticeWorkingDays: 5,
  /** 县级残联审核, art. 9: from the end of the notice. */
  reviewWorkingDays: 10,
  /** 有效期, art. 19 */
  validYears: 10,
  /** 注销后不得再次申领, art. 24 */
  barYears: 1,
  /** 提出异议, art. 25: from the day the result is given. */
  disputeWorkingDays: 10,
  /** 换领 opens so many days before the certificate ends, */
  renewalDaysBefore: 90,
  /** and so many days after it, a renewal needs a new evaluation. */
  renewalDaysAfter: 90,
} as const
