import type { Sentences } from '@concord/decider'
import type { CertificateRefusal } from './certificate.decider.js'

export const certificateRefusals: Sentences<CertificateRefusal> = {
  'not-the-current-certificate': {
    zh: '该编号不是此人当前的申请或残疾人证。请查询此人的残疾人证，使用当前的编号。',
    en: "This id is not the person's current application or certificate. Look up the person's certificate and use the current id.",
  },
  'earlier-than-the-last-record': {
    zh: '日期早于该残疾人证的最后一条记录。请核对日期；此前的事项须按发生顺序补录。',
    en: "The date is earlier than the certificate's last record. Check the date; what happened is recorded in its order.",
  },

  'application-awaits-acceptance': {
    zh: '申请尚待受理。请先受理或不予受理，再办理此事项。',
    en: 'The application awaits acceptance. Accept or refuse it first.',
  },
  'application-awaits-evaluation': {
    zh: '申请已受理，尚待残疾评定。请先录入指定医院的评定结果。',
    en: 'The application is accepted and awaits its evaluation. Record what the designated hospital found first.',
  },
  'application-awaits-notice': {
    zh: '评定结果已录入，尚待公示。请先公示。',
    en: 'The evaluation is recorded and awaits public notice. Give notice first.',
  },
  'application-on-notice': {
    zh: '评定结果已公示，尚待审核。公示期满后请核发或不予核发，再办理此事项。',
    en: 'The evaluation is on public notice and awaits review. After the notice issue or refuse the certificate first.',
  },
  'application-refused': {
    zh: '该申请已终结，未核发残疾人证。如仍需要，请重新申请。',
    en: 'The application ended without a certificate. Apply again if one is still wanted.',
  },
  'certificate-valid': {
    zh: '此人持有有效的残疾人证，不适用此事项。请核对要办理的事项。',
    en: 'The person holds a valid certificate, to which this does not apply. Check what is to be done.',
  },
  'certificate-expired': {
    zh: '残疾人证已到期。请先换领，再办理此事项。',
    en: 'The certificate has expired. Renew it first.',
  },
  'certificate-frozen': {
    zh: '残疾人证已冻结。请先处理冻结原因：到期的换领，其他原因的核实后解冻。',
    en: 'The certificate is frozen. Settle the reason first: renew it if it expired, otherwise finish the check and unfreeze it.',
  },
  'certificate-cancelled': {
    zh: '残疾人证已注销。自注销之日起满一年后可重新申请。',
    en: 'The certificate is cancelled. A new application is possible one year after the cancellation.',
  },

  'certificate-id-used-before': {
    zh: '该编号已用于此人先前的申请。请为新的申请使用新的编号。',
    en: "This id belongs to an earlier application of the person's. Choose a new id for the new application.",
  },
  'one-year-bar-after-cancellation': {
    zh: '残疾人证注销未满一年，不得再次申领（残疾人证管理办法第二十四条）。请在满一年后申请。',
    en: 'Less than a year has passed since the certificate was cancelled (art. 24). Apply when the year is over.',
  },
  'born-after-application': {
    zh: '出生日期晚于申请日期。请核对出生日期。',
    en: 'The date of birth is after the application. Check the date of birth.',
  },

  'hospital-not-designated': {
    zh: '评定机构在评定之日不是指定医院。请由指定医院评定后再录入。',
    en: 'The hospital was not designated on the day it evaluated. Have the person evaluated by a designated hospital.',
  },
  'evaluated-too-early': {
    zh: '评定日期早于受理日期或上一次评定。请核对评定日期。',
    en: 'The evaluation is dated before the acceptance or before the last evaluation. Check its date.',
  },
  'evaluated-after-the-record': {
    zh: '评定日期晚于录入日期。请核对两个日期。',
    en: 'The evaluation is dated after the day of this record. Check both dates.',
  },
  'component-twice': {
    zh: '同一残疾类别列出了两次。每个类别只列一次，取其等级。',
    en: 'A category is listed twice among the components. List each category once with its grade.',
  },
  'multiple-needs-two-components': {
    zh: '多重残疾须列出两类及以上残疾及其等级。请补全，或改为单一类别。',
    en: 'A multiple disability lists two or more categories with their grades. Add them, or choose the single category.',
  },
  'component-not-of-the-category': {
    zh: '单一类别的残疾只能列出该类别本身。请核对类别，或改为多重残疾。',
    en: 'A single disability lists exactly its own category. Check the category, or choose multiple disability.',
  },
  'grade-not-of-the-most-severe-component': {
    zh: '残疾等级须与其中最重一类的等级相同（残疾人证管理办法第十三条）。请核对等级。',
    en: 'The grade is that of the most severe component (art. 13). Check the grades.',
  },

  'notice-over': {
    zh: '公示期已满，不再受理公示异议。核发后可在十个工作日内对评定结果提出异议。',
    en: 'The notice is over. The evaluation can be disputed within ten working days after the certificate is issued.',
  },
  'notice-not-over': {
    zh: '公示未满五个工作日。请在公示期满的次日起核发。',
    en: 'The five working days of notice are not over. Issue the certificate from the day after they end.',
  },
  'objection-open': {
    zh: '有公示异议尚未处理。请先认定异议成立或不成立。',
    en: 'An objection to the notice is open. Uphold or dismiss it first.',
  },
  'no-objection-open': {
    zh: '没有待处理的公示异议。请核对异议是否已登记。',
    en: 'No objection to the notice is open. Check that it was recorded.',
  },

  'renewal-too-early': {
    zh: '距有效期届满还有九十天以上，不能换领。请在届满前九十天内申请。',
    en: 'More than ninety days of validity are left. Renew within the last ninety days.',
  },
  'renewal-needs-evaluation': {
    zh: '到期已超过九十天。请先由指定医院重新评定，再换领。',
    en: 'The certificate expired more than ninety days ago. Have the disability evaluated anew, then renew.',
  },
  'renewal-unfreezes': {
    zh: '残疾人证因到期被冻结，不能直接解冻。请换领，换领后自动解冻。',
    en: 'The certificate is frozen because it expired. Renew it: that unfreezes it.',
  },
  'all-reissues-used': {
    zh: '补发次数已达九次（B9），无法再补发。请联系市级残联处理。',
    en: 'The certificate has been reissued nine times (B9). Ask the city federation how to go on.',
  },
  'not-over-yet': {
    zh: '残疾人证仍在有效期内。请在有效期届满的次日起办理到期。',
    en: 'The certificate is still within its validity. Record its expiry from the day after it ends.',
  },

  'dispute-open': {
    zh: '对评定结果的异议尚在处理。请先录入重新评定结论。',
    en: 'A dispute about the evaluation is open. Record its conclusion first.',
  },
  'no-dispute-open': {
    zh: '没有待处理的评定异议。请核对异议是否已登记。',
    en: 'No dispute about the evaluation is open. Check that it was recorded.',
  },
  'term-to-dispute-over': {
    zh: '已超过十个工作日的异议期限（残疾人证管理办法第二十五条）。残疾状况有变化的，请申请重新评定。',
    en: 'The ten working days to dispute are over (art. 25). If the disability has changed, apply for a new evaluation.',
  },
  'provincial-opinion-is-final': {
    zh: '省级残疾评定专家委员会的意见为最终意见，不能再提出异议。残疾状况有变化的，请申请重新评定。',
    en: "The opinion of the province's committee of experts is final. If the disability has changed, apply for a new evaluation.",
  },
}
