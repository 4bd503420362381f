import { HttpException } from '@nestjs/common'
import { TrailUnavailable } from '@concord/audit-trail'
import type { Sentence } from '@concord/decider'
import { CommandIdReused, EventStoreUnavailable, RevisionConflict } from '@concord/event-store'
import { Problem } from './problem.js'

/** What can go wrong before a rule is asked. Refusals of rules stand in each context's own table. */
const byStatus: Readonly<Record<number, readonly [slug: string, sentence: Sentence]>> = {
  400: [
    'unreadable-request',
    { zh: '请求无法读取，请检查是否为合法的 JSON。', en: 'The request cannot be read. Check that its body is valid JSON.' },
  ],
  401: [
    'not-authenticated',
    { zh: '缺少有效的访问令牌，请先向令牌服务申请。', en: 'There is no valid access token. Get one from the token service first.' },
  ],
  403: [
    'not-allowed',
    {
      zh: '该机构无权访问此接口，每个机构只能操作自己的业务。',
      en: 'Your agency may not use this. An agency commands only its own records.',
    },
  ],
  404: [
    'not-found',
    { zh: '没有这个地址，请对照 /api 中的接口说明。', en: 'There is nothing at this address. Compare it with the description at /api.' },
  ],
  405: [
    'method-not-allowed',
    { zh: '该地址不支持此方法。', en: 'This address does not know that method. Compare it with the description at /api.' },
  ],
  408: ['too-slow', { zh: '请求未在规定时间内发完，请重试。', en: 'The request took too long to arrive. Send it again.' }],
  413: ['too-large', { zh: '请求过大，请分批提交。', en: 'The request is too large. Send it in parts.' }],
  414: ['address-too-long', { zh: '地址过长。', en: 'The address is too long.' }],
  415: ['not-json', { zh: '请求体必须是 application/json。', en: 'The body must be application/json.' }],
  431: ['headers-too-large', { zh: '请求头过大。', en: 'The headers are too large.' }],
  503: [
    'temporarily-unavailable',
    {
      zh: '服务暂不可用，请稍后重试；以同一 Idempotency-Key 重复同一命令是安全的。',
      en: 'This cannot be done right now. Try again shortly; repeating a command with the same Idempotency-Key is safe.',
    },
  ],
}

const internal: Sentence = {
  zh: '平台内部错误，请凭请求编号联系运维。',
  en: 'The platform failed. Tell its operators the request id; repeating the same command is safe.',
}

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus()
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode
  return 500
}

/** What PostgreSQL's client says when the server is away or starting: class 08, 57P0x, and the socket's own words. */
const unavailable = /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

const isUnavailable = (error: unknown): boolean =>
  error instanceof EventStoreUnavailable ||
  (error instanceof Error &&
    (('code' in error && unavailable.test(String(error.code))) || error.message.startsWith('Connection terminated')))

/** The problem that tells an error to its caller; a stranger's error tells nothing but that it happened. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof CommandIdReused)
    return new Problem(422, 'idempotency-key-reused', {
      zh: '该 Idempotency-Key 已用于另一个请求，请换用新的键。',
      en: 'This Idempotency-Key was used for another request. Use a new key for a new command.',
    })
  if (error instanceof TrailUnavailable)
    return new Problem(503, 'trail-unavailable', {
      zh: '审计记录暂时无法读写，因此未提供任何信息，请稍后重试。',
      en: 'The audit trail is out of reach, so nothing is disclosed. Try again shortly.',
    })
  if (error instanceof RevisionConflict)
    return new Problem(409, 'changed-meanwhile', {
      zh: '该记录正被其他请求修改，请重试。',
      en: 'Others keep changing this record. Try again.',
    })
  const status = isUnavailable(error) ? 503 : statusOf(error)
  const known = byStatus[status]
  if (known) return new Problem(status, ...known)
  return status < 500
    ? new Problem(status, 'bad-request', { zh: '请求有误。', en: 'The request is not right.' })
    : new Problem(500, 'internal', internal)
}
