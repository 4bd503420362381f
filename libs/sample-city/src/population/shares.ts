/** What has been published about such cities; README.md says where and what is unconfirmed. The rest of a sample city is made up. */
export const publishedShares = {
  /** Of all persons, those aged 60 and over. */
  elders: 0.22,
  /** Of the elders, those found disabled (失能), whatever the grade. */
  disabledOfElders: 0.0535,
  /** Of the elders, those found severely disabled; they count among the disabled. */
  severeOfElders: 0.0136,
  /** Of all persons, those who hold a disability certificate (残疾人证). */
  certified: 0.027,
  /** Of the certificates, those held by people of 60 and over. */
  certifiedElders: 0.53,
} as const

/** Made up: of the disabled elders, those who also hold a certificate. */
export const certifiedOfDisabled = 0.45
