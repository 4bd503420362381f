import { z } from 'zod'
import { documentsAt, textAt } from './manifest.js'

const duration = z.string().regex(/^\d+[smh]$/)
const condition = z.enum(['service_healthy', 'service_completed_successfully'])
const secret = z.union([
  z.string().transform((source) => ({ source, target: source })),
  z.strictObject({ source: z.string(), target: z.string() }),
])
const limits = z.strictObject({ cpus: z.string(), memory: z.string().regex(/^\d+[MG]$/), pids: z.int().positive() })

/** As much of the Compose Specification as we use, by its own words; whatever else is written is refused. */
const service = z.strictObject({
  image: z.string().optional(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).default([]),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  shm_size: z.string().optional(),
  restart: z.enum(['no', 'unless-stopped']).optional(),
  stop_grace_period: duration.optional(),
  logging: z.strictObject({ driver: z.literal('json-file'), options: z.record(z.string(), z.string()) }).optional(),
  deploy: z.strictObject({ resources: z.strictObject({ limits }) }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(secret).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({ test: z.tuple([z.literal('CMD')], z.string()), interval: duration, start_period: duration.optional() }),
    ])
    .optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition })).default({}),
})
export type ComposeService = z.infer<typeof service>

/** Fields that begin with x- are fragments for the others. */
const compose = z.preprocess(
  (document) => Object.fromEntries(Object.entries(document as object).filter(([field]) => !field.startsWith('x-'))),
  z.strictObject({
    name: z.string().optional(),
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.nullable(z.strictObject({ internal: z.boolean() }))),
    volumes: z.record(z.string(), z.null()),
    secrets: z.record(z.string(), z.strictObject({ file: z.string() })).default({}),
  }),
)
export type Compose = z.infer<typeof compose>

export const composeFrom = (document: unknown): Compose => compose.parse(document)

export const composeAt = (path: string): Compose => composeFrom(interpolated(documentsAt(path)[0]))

const examples = Object.fromEntries(
  textAt('infra/docker/.env.example')
    .matchAll(/^(\w+)=(.*)$/gm)
    .map(([, name = '', value = '']) => [name, value]),
)

/** `${NAME:-default}` and `${NAME:?question}`, with what the example of .env says. @throws for a name that it does not tell of */
const interpolated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(interpolated)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, inside]) => [field, interpolated(inside)]))
  if (typeof value !== 'string') return value
  return value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, how: string, otherwise: string) => {
    const known = examples[name]
    if (known === undefined) throw new TypeError(`.env.example does not tell of ${name}`)
    if (known === '' && how === '?') throw new TypeError(`.env.example has no example of ${name}`)
    return known || otherwise
  })
}
