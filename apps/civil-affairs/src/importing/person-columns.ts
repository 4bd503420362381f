import { z } from 'zod'
import { maybe } from '@concord/file-import'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import type { IdentityDocument, PlainDate } from '@concord/standards'

/** Whom a row is about, where the age matters. */
export const agedPerson = { document: identityDocument, bornOn: maybe(pastDate).describe('Only for documents that do not tell it') }

/** The document's own date of birth counts before the column. */
export const withBornOn = <Row extends { readonly document: IdentityDocument; readonly bornOn?: PlainDate | undefined }>(
  row: Row,
  context: z.RefinementCtx,
): Row & { readonly bornOn: PlainDate } => {
  const bornOn = row.document.bornOn ?? row.bornOn
  if (bornOn) return { ...row, bornOn }
  context.addIssue({ code: 'custom', path: ['bornOn'], message: 'the document does not tell the date of birth 证件号码不含出生日期' })
  return z.NEVER
}
