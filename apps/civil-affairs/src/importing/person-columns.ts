import { maybe } from '@concord/file-import'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'

/** Whom a row is about, where the age matters. */
export const agedPerson = { document: identityDocument, bornOn: maybe(pastDate).describe('Only for documents that do not tell it') }
