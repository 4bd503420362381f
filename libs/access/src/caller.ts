import { z } from 'zod'

/** 机构: who a token can speak for. The four agencies, and who watches over them. */
export const agency = z.enum(['healthcare-security', 'civil-affairs', 'disabled-persons-federation', 'health', 'audit'])
export type Agency = z.infer<typeof agency>

/** The four that assess and pay. */
export const servingAgencies = agency.exclude(['audit']).options

/** Who asks, as the token says. */
export interface Caller {
  /** The registered system. */
  readonly client: string
  readonly agency: Agency
}
