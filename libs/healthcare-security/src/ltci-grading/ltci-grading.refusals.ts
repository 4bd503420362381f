import type { Sentences } from '@concord/decider'
import type { EnrolmentRefusal } from '../enrolment/enrolment.decider.js'
import type { LtciGradingRefusal } from './ltci-grading.decider.js'

export const ltciGradingRefusals: Sentences<Exclude<LtciGradingRefusal, EnrolmentRefusal>> = {
  // 申请与受理
  'assessment-id-used': {
    zh: '该评估编号已用于此人的其他申请。请使用新的编号。',
    en: 'This assessment id was used for another application of this person. Choose a new one.',
  },
  'assessment-under-way': {
    zh: '该人已有评估正在进行。请等其结束，或先撤回该申请。',
    en: 'An assessment of this person is under way. Wait for its end or withdraw it first.',
  },
  'self-assessment-below-threshold': {
    zh: '最近一次自评未达到 E、F、G 类，不能申请。状况有变化请重新自评；其他部门已认定失能的，可免自评。',
    en: 'The latest self-assessment is not in category E, F or G. Submit a new one if the condition has changed, or waive it where another agency has found a disability.',
  },
  'conclusion-in-force': {
    zh: '该人已有有效的评估结论，不能再按首次评估申请。请按状况变化、到期或抽查申请重新评估。',
    en: 'A conclusion is in force, so this cannot be a first assessment. Apply for a reassessment on a change, at expiry or on a spot check.',
  },
  'no-conclusion-in-force': {
    zh: '该人没有可依据的有效评估结论：未评估、公示未结束、复评中、已到期或已撤销。请先取得有效结论；尚未评估的按首次评估申请。',
    en: 'No conclusion is in force to rest on: there is none yet, or it is on notice, being re-evaluated, expired or revoked. Obtain one first; who was never assessed applies for a first assessment.',
  },
  'six-months-not-over': {
    zh: '距上次评估结论不足 6 个月，不能以状况变化申请重新评估（医保发〔2023〕29号第二十九条）。请届时再申请；抽查发现变化的不受此限。',
    en: 'Six months have not passed since the last conclusion (医保发〔2023〕29号 art. 29). Apply then; a spot check has no such interval.',
  },
  'renewal-not-yet-due': {
    zh: '尚未到可申请到期评估的时间。请在有效期届满前 3 个月内申请，或以状况变化申请重新评估。',
    en: 'It is too early to renew. Apply in the last three months of validity, or for a reassessment on a change.',
  },
  'application-not-open': {
    zh: '没有以该编号待办理的申请：未提交、已受理、已不予受理或已撤回。请查询评估状态。',
    en: 'No application with this id awaits this step: it was not made, or it was accepted, refused or withdrawn already. Look up the assessment.',
  },
  'conclusion-confirmed-already': {
    zh: '评估结论已经专家确认，不能再撤回申请。请送达结论；结论不成立的，请撤销。',
    en: 'Experts have confirmed a conclusion, so the application cannot be withdrawn. Deliver the conclusion, or revoke it if it cannot stand.',
  },

  // 派单与现场评估
  'application-not-accepted': {
    zh: '该申请尚未受理，或已派单。请先受理；更换评估人员请办理回避。',
    en: 'The application is not accepted yet, or has its assessors already. Accept it first; to exchange an assessor record the recusal.',
  },
  'fewer-than-two-assessors': {
    zh: '评估人员不足两人。请至少指派两人，其中至少一名评估专家（医保发〔2023〕29号第二十一条）。',
    en: 'There are fewer than two assessors. Assign at least two, at least one of them an expert (医保发〔2023〕29号 art. 21).',
  },
  'no-expert-among-assessors': {
    zh: '评估人员中没有评估专家。请至少指派一名评估专家（医保发〔2023〕29号第二十一条）。',
    en: 'No expert is among the assessors. Assign at least one (医保发〔2023〕29号 art. 21).',
  },
  'person-named-twice': {
    zh: '同一人员被列入两次。请指定不同的人员。',
    en: 'One person is named twice. Name different persons.',
  },
  'person-recused': {
    zh: '所列人员中有人已对此人回避。请改派其他人员。',
    en: 'Someone named has been recused from this person. Name someone else.',
  },
  'assessors-not-assigned': {
    zh: '该评估尚未派单，或现场评估已完成。请先派单，或查询评估状态。',
    en: 'The assessment has no assessors yet, or its on-site part is done. Assign them first, or look up the assessment.',
  },
  'not-among-assessors': {
    zh: '该人员不在本次评估的评估人员中。请核对人员编号。',
    en: 'This person is not among the assessors. Check the pool number.',
  },
  'no-guardian-or-agent-present': {
    zh: '现场没有监护人或代理人。请在至少一名监护人或代理人在场时评估（医保发〔2023〕29号第二十一条）。',
    en: 'No guardian or agent was present. Assess in the presence of at least one (医保发〔2023〕29号 art. 21).',
  },
  'video-missing': {
    zh: '缺少现场评估全程录像的摘要。请附上录像文件的 SHA-256 摘要。',
    en: 'The digest of the full video is missing. Add the SHA-256 digest of the recording.',
  },

  // 结论、公示与送达
  'not-assessed-on-site': {
    zh: '该评估尚未完成现场评估，或结论已确认。请先完成现场评估，或查询评估状态。',
    en: 'The on-site assessment is not completed, or the conclusion is confirmed already. Complete it first, or look up the assessment.',
  },
  'confirmed-by-non-expert': {
    zh: '结论只能由评估专家确认。请指定评估专家。',
    en: 'Only experts confirm a conclusion. Name experts.',
  },
  'fewer-than-two-experts': {
    zh: '确认结论的评估专家不足两人。请由至少两名评估专家确认（医保发〔2023〕29号第二十二条）。',
    en: 'Fewer than two experts confirm the conclusion. At least two are needed (医保发〔2023〕29号 art. 22).',
  },
  'conclusion-not-confirmed': {
    zh: '没有以该编号待公示或待送达的结论。请先由专家确认结论，或查询评估状态。',
    en: 'No confirmed conclusion with this id awaits this step. Have experts confirm it first, or look up the assessment.',
  },
  'below-benefit-grade': {
    zh: '该等级未达到待遇享受标准：不需公示，也不能享受待遇。请直接送达结论。',
    en: 'The grade does not reach the benefit grade: it needs no public notice and carries no benefit. Deliver the conclusion.',
  },
  'not-on-notice': {
    zh: '该结论不在公示中。已送达的结论有异议，请申请复评。',
    en: 'The conclusion is not on public notice. To challenge a delivered conclusion request a re-evaluation.',
  },
  'notice-over': {
    zh: '公示期已结束。请在结论送达后申请复评。',
    en: 'The public notice is over. Request a re-evaluation after the conclusion is delivered.',
  },
  'objection-open': {
    zh: '该结论有公示异议尚未处理。请先认定异议不成立，或申请复评。',
    en: 'An objection to the conclusion is open. Dismiss it or request a re-evaluation first.',
  },
  'no-open-objection': {
    zh: '该结论没有待处理的公示异议。请核对评估编号；公示期内的结论须先提出异议才能复评。',
    en: 'No objection to this conclusion is open. Check the assessment id; on notice a re-evaluation needs an objection first.',
  },
  'notice-not-held': {
    zh: '该等级须先公示才能送达（医保发〔2023〕29号第二十三条）。请先公示。',
    en: 'A conclusion with this grade is publicised before delivery (医保发〔2023〕29号 art. 23). Publicise it first.',
  },
  'notice-not-over': {
    zh: '公示期尚未结束。请在公示期结束的次日起送达。',
    en: 'The public notice has not ended. Deliver from the day after its last.',
  },
  'valid-until-in-the-past': {
    zh: '有效期的最后一日早于生效日期。请核对有效期。',
    en: 'Validity would end before it begins. Check the last day of validity.',
  },
  'valid-longer-than-two-years': {
    zh: '重度失能结论的有效期不得超过两年（医保发〔2023〕29号第二十五条）。请缩短有效期。',
    en: 'A severe grade is valid for two years at most (医保发〔2023〕29号 art. 25). Choose an earlier last day.',
  },

  // 复评、到期与撤销
  'no-such-conclusion': {
    zh: '没有以该编号可办理此事项的结论：未作出、已被替代或已撤销。请核对评估编号。',
    en: 'No conclusion with this id can take this step: it was not made, or has been replaced or revoked. Check the assessment id.',
  },
  're-evaluation-pending': {
    zh: '该结论正在复评。请等待复评结论。',
    en: 'The conclusion is being re-evaluated. Wait for the outcome.',
  },
  're-evaluation-is-final': {
    zh: '复评结论为最终结论，不能再次复评（医保发〔2023〕29号第二十七条）。状况有变化的，请申请重新评估。',
    en: 'The outcome of a re-evaluation is final (医保发〔2023〕29号 art. 27). If the condition has changed apply for a reassessment.',
  },
  'conclusion-ended': {
    zh: '该结论已过有效期，不能复评。请申请到期评估。',
    en: 'The conclusion is no longer valid and cannot be re-evaluated. Apply for an assessment at expiry.',
  },
  're-evaluation-not-requested': {
    zh: '该结论没有待作出的复评。请先申请复评。',
    en: 'No re-evaluation of this conclusion is pending. Request it first.',
  },
  'same-institution-re-evaluates': {
    zh: '复评不得由作出原结论的机构承担（医保发〔2023〕29号第二十七条）。请委托其他定点评估机构。',
    en: 'The institution that made the conclusion may not re-evaluate it (医保发〔2023〕29号 art. 27). Commission another one.',
  },
  'same-person-re-evaluates': {
    zh: '参加过原评估的人员不得参加复评（医保发〔2023〕29号第二十七条）。请另派评估专家。',
    en: 'Nobody who took part in the assessment may re-evaluate it (医保发〔2023〕29号 art. 27). Name other experts.',
  },
  'still-valid': {
    zh: '该结论仍在有效期内。请在有效期最后一日之后再办理到期；需提前终止的，请撤销或重新评估。',
    en: 'The conclusion is still valid. Expire it after its last day; to end it earlier revoke it or reassess.',
  },
}
