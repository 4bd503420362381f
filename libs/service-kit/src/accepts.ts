import { applyDecorators, HttpCode } from '@nestjs/common'
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger'
import { z } from 'zod'
import { acceptedAnswer } from './answer.interceptor.js'
import { problemDetails } from './problem.js'

/** The ways a request can fail before and by its rules, the same for all. */
export const Problems = (...statuses: readonly number[]) =>
  applyDecorators(...statuses.map((status) => ApiResponse({ status, description: 'Problem details', standardSchema: problemDetails })))

/** A command: what it is called, how it answers (`extra` beside the position), how it is safely repeated. */
export const Accepts = (zh: string, extra?: z.ZodRawShape) =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary: zh }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Repeating a command with the same key is safe.',
      schema: { type: 'string' },
    }),
    ApiResponse({ status: 200, standardSchema: extra ? acceptedAnswer.extend(extra) : acceptedAnswer }),
    Problems(400, 401, 403, 409, 422, 503),
  )

/** A question: what it is called and how it answers. */
export const Tells = (zh: string, answer: z.ZodType) =>
  applyDecorators(ApiOperation({ summary: zh }), ApiResponse({ status: 200, standardSchema: answer }), Problems(400, 401, 403, 503))

/** An agency's own record as its decider keeps it: an object with a `status`, or a list. */
export const ownRecord = z.union([z.looseObject({}), z.array(z.looseObject({}))]).meta({ id: 'OwnRecord' })
