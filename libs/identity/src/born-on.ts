import { z } from 'zod'
import type { IdentityDocument, PlainDate } from '@concord/standards'

interface OfSomeone {
  readonly document: IdentityDocument
  /** For documents that do not tell it. */
  readonly bornOn?: PlainDate | undefined
}

/** For a schema's `.transform`: the document's own date of birth counts before the one that is given beside it; one of them is needed. */
export const withBornOn = <Row extends OfSomeone>(row: Row, context: z.RefinementCtx): Row & { readonly bornOn: PlainDate } => {
  const bornOn = row.document.bornOn ?? row.bornOn
  if (bornOn) return { ...row, bornOn }
  context.addIssue({
    code: 'custom',
    path: ['bornOn'],
    message: 'the document does not tell the date of birth: give it here 证件号码不含出生日期，请填写',
  })
  return z.NEVER
}
