import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { parseCertificateNumber } from './certificate-number.js'
import { parseIdentityDocument } from './identity-document.js'
import { parseInstitutionCode } from './institution-code.js'

/** The case's place only: a number does not belong in a test's name. */
describe('numbers of persons, certificates and institutions', () => {
  it.each(workedCases())('are valid or not as was worked out independently: case %#', ({ kind, value, valid, why }) => {
    const parsed = parsers[kind](value)
    const reason = parsed.valid ? undefined : parsed.why
    expect({ valid: parsed.valid, why: reason }).toEqual({ valid, why: valid ? undefined : (why ?? expect.stringMatching(/[a-z ]{10}/)) })
  })
})

const parsers = { 'resident-id': parseIdentityDocument, certificate: parseCertificateNumber, uscc: parseInstitutionCode }

function workedCases() {
  const kind = z.enum(['resident-id', 'certificate', 'uscc'])
  const cases = z.array(z.strictObject({ kind, value: z.string(), valid: z.boolean(), why: z.string().optional() })).min(60)
  return cases.parse(JSON.parse(readFileSync(new URL('../../vectors/identity.json', import.meta.url), 'utf8')))
}
