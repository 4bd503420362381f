import { certificateRefusals } from './certificate/certificate.refusals.js'

/** Every "no" that the federation can say; the sentences stand beside the rules. */
export const refusals = { ...certificateRefusals }
