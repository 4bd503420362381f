import type { AgencyFile } from './agency-file.js'
import { civilAffairsFiles } from './civil-affairs.files.js'
import { disabledPersonsFederationFiles } from './disabled-persons-federation.files.js'
import { healthFiles } from './health.files.js'
import { healthcareSecurityFiles } from './healthcare-security.files.js'

/** Every file of a city, in the order in which they are imported. */
export const cityFiles: readonly AgencyFile[] = [
  ...healthcareSecurityFiles,
  ...disabledPersonsFederationFiles,
  ...civilAffairsFiles,
  ...healthFiles,
].map(({ file }) => file)
