import type { Caller } from '@concord/access'
import type { Agreement, Decision, Purpose } from '@concord/recognition'
import { Problem } from '@concord/service-kit'

/** The agreements that the registry decides by. */
export const AGREEMENTS = Symbol('AGREEMENTS')

/**
 * The purpose that a caller names, as the agreements define it.
 * @throws Problem 400 when there is none of that name, 403 when it is another agency's
 */
export const purposeFor = (agreements: readonly Agreement[], code: string, { agency }: Caller): Purpose => {
  const purposes = agreements.flatMap(({ purposes }) => purposes)
  const purpose = purposes.findLast((one) => one.code === code)
  if (!purpose) throw new Problem(400, 'unknown-purpose', unknownPurpose(purposes.map((one) => one.code)))
  if (purpose.owner !== agency) throw new Problem(403, 'not-your-purpose', notYours)
  return purpose
}

/** Of a decision, the fields that the purpose may see. */
export const fieldsFor = ({ fields }: Purpose, decision: Decision): Partial<Decision> =>
  Object.fromEntries(Object.entries(decision).filter(([field]) => (fields as readonly string[]).includes(field)))

const unknownPurpose = (codes: readonly string[]) => ({
  zh: `没有这个用途。可用的用途：${codes.join('、')}。`,
  en: `There is no such purpose. There are: ${codes.join(', ')}.`,
})

const notYours = {
  zh: '该用途属于其他机构，只能为本机构的用途查询。',
  en: 'This purpose belongs to another agency. Ask for a purpose of your own.',
}
