import { StandardSchemaValidationPipe } from '@nestjs/common'
import { z } from 'zod'
import { Problem } from './problem.js'

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

type Issue = Parameters<typeof zh>[0]

const text = (message: string | { message: string } | undefined | null, otherwise: string): string =>
  (typeof message === 'string' ? message : message?.message) ?? otherwise

/** A caller may put anything in the place of a name, an identity number too: only what looks like a name or a place is repeated. */
const named = (segment: unknown): string => (/^([A-Za-z][A-Za-z-]{0,39}|\d{1,6})$/.test(String(segment)) ? String(segment) : '…')

const known = (issue: Issue): Issue => (issue.code === 'unrecognized_keys' ? { ...issue, keys: issue.keys.map(named) } : issue)

/** Where, and what is expected there; the value itself is never repeated. */
const tell = (issue: { readonly message: string; readonly path?: unknown }) => {
  const path = (Array.isArray(issue.path) ? issue.path : []).map((segment: unknown) =>
    named(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment),
  )
  // Zod's issues pass through Standard Schema whole; a rule's own message has code "custom" and stands in both languages.
  const whole = known(issue as Issue)
  const own = !('code' in whole) || whole.code === 'custom'
  return {
    path: path.join('.'),
    en: own ? issue.message : text(en(whole), issue.message),
    zh: own ? issue.message : text(zh(whole), issue.message),
  }
}

class StrictValidation extends StandardSchemaValidationPipe {
  /** Nest takes names away that could reach a prototype; here they are refused like every other name that nobody knows. */
  protected override stripProtoKeys(): void {}
}

/** Applies the schema that a parameter names; says every place that does not fit, in both languages. */
export const requestValidation = (): StandardSchemaValidationPipe =>
  new StrictValidation({
    exceptionFactory: (issues) =>
      new Problem(
        400,
        'invalid-request',
        { zh: '请求内容不符合接口要求，详见 errors。', en: 'The request does not fit the description of this address; see errors.' },
        issues.slice(0, 50).map(tell),
      ),
  })
