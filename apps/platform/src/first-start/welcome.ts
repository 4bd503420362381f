import pRetry from 'p-retry'
import type { Agency } from '@concord/access'
import type { Manifest } from '@concord/sample-city'
import { clientOf, type DevelopmentKeys, tokenRequest } from '../development-issuer/development-clients.js'
import { StartFault } from '../starting/start-fault.js'
import { startCommand } from '../starting/start-command.js'

/** What is shown of answers. */
interface Said {
  readonly access_token?: string
  readonly decision?: { readonly outcome?: string }
  readonly explanation?: { readonly zh: string; readonly en: string } | null
  readonly person?: string
  readonly events?: readonly {
    readonly number: number
    readonly type: string
    readonly purpose: string
    readonly decision: { readonly outcome: string }
  }[]
  readonly entries?: readonly { readonly agency: string; readonly purpose: string; readonly outcome: string; readonly at: string }[]
}

type Say = (line: string) => void

/** The city as its first visitor meets it: where it is, how to get a token, what to ask; each request is made, its answer shown. */
export const welcome = async (url: string, keys: DevelopmentKeys, manifest: Manifest | undefined, say: Say): Promise<void> => {
  sayAddresses(url, keys, say)
  if (manifest) {
    const ask = asking(url, await tokenOf(url, 'civil-affairs', keys))
    const person = await sayLookups(url, ask, manifest, say)
    await sayFeed(url, ask, say)
    await sayTrail(url, asking(url, await tokenOf(url, 'audit', keys)), person, say)
  }
  say('')
  say(`  Ctrl-C stops everything; the next start keeps the data; "${startCommand} -- --reset" begins anew.`)
}

const sayAddresses = (url: string, keys: DevelopmentKeys, say: Say): void => {
  say('')
  say(`  Concord 失能互认平台 is ready at ${url}`)
  say(`    description of all requests 接口说明   ${url}/api`)
  say(`    health checks 健康检查                 ${url}/health/ready`)
  say(`    tokens 令牌                            ${url}/oidc/token`)
  say('')
  say('  A token for civil affairs 民政, and one for the auditor 审计:')
  say(`    TOKEN=$(${tokenCommand(url, 'civil-affairs', keys)})`)
  say(`    AUDITOR=$(${tokenCommand(url, 'audit', keys)})`)
}

/** @returns the person id of the first one asked about */
const sayLookups = async (url: string, ask: Asking, manifest: Manifest, say: Say): Promise<string> => {
  const persons: string[] = []
  for (const { example, body } of questionsOf(manifest)) {
    const answer = await ask.post('/registry/v1/lookups', body)
    persons.push(answer.person ?? '')
    say('')
    say(`  ${example.zh} · ${example.en}${body.asOf === manifest.today ? '' : ` (as of ${body.asOf})`}`)
    say(`    curl -s -X POST ${url}/registry/v1/lookups -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\`)
    say(`      -d '${JSON.stringify(body)}'`)
    say(`    → ${told(answer)}`)
  }
  return persons[0] ?? ''
}

const sayFeed = async (url: string, ask: Asking, say: Say): Promise<void> => {
  const path = '/registry/v1/events?after=0&limit=2&wait=20s'
  const { events = [] } = await ask.get(path)
  say('')
  say('  What changed for civil affairs, from the first change on 变更推送')
  say(`    curl -s '${url}${path}' -H "authorization: Bearer $TOKEN"`)
  for (const { number, type, purpose, decision } of events) say(`    → ${number} ${type} ${purpose}: ${decision.outcome}`)
}

const sayTrail = async (url: string, ask: Asking, person: string, say: Say): Promise<void> => {
  const path = `/audit/v1/entries?kind=lookup&person=${person}`
  const { entries = [] } = await ask.get(path)
  say('')
  say('  Who looked at the first of these persons 谁查询过此人')
  say(`    curl -s '${url}${path}' -H "authorization: Bearer $AUDITOR"`)
  for (const { agency, at, purpose, outcome } of entries.slice(-3)) say(`    → ${agency} at ${at} for ${purpose}: ${outcome}`)
}

/** One that is recognised, one that is not, one that is withdrawn, and the same one as of a day before. */
const questionsOf = (manifest: Manifest) => [
  about(manifest, 'recognised', 0),
  about(manifest, 'below-the-bar', 0),
  about(manifest, 'revoked', 0),
  about(manifest, 'revoked', 1),
]

const about = ({ examples }: Manifest, name: string, question: number) => {
  const example = examples.find((one) => one.name === name)
  const asked = example?.questions[question]
  if (!example || !asked) throw new TypeError(`the sample city has no example "${name}"`)
  const { purpose, asOf } = asked
  return { example, body: { document: example.document, purpose, asOf } }
}

const told = ({ decision, explanation }: Said): string =>
  `${decision?.outcome}${explanation ? `: ${explanation.zh} ${explanation.en}` : ''}`

const tokenCommand = (url: string, agency: Agency, { secrets }: DevelopmentKeys): string =>
  `curl -s -u ${clientOf(agency)}:${secrets[agency]} -d grant_type=client_credentials ${url}/oidc/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'`

const tokenOf = async (url: string, agency: Agency, keys: DevelopmentKeys): Promise<string> => {
  const { access_token: token } = await said(`${url}/oidc/token`, tokenRequest(agency, keys))
  return String(token)
}

type Asking = ReturnType<typeof asking>

const asking = (url: string, token: string) => {
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (path: string): Promise<Said> => said(`${url}${path}`, { headers }),
    post: (path: string, body: object): Promise<Said> =>
      said(`${url}${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

/** A database that restarts in this very moment is waited for. @throws StartFault */
const said = (address: string, init: RequestInit): Promise<Said> =>
  pRetry(
    async () => {
      const answer = await fetch(address, init)
      if (answer.ok) return (await answer.json()) as Said
      throw new StartFault(`The platform runs, but ${address} answers ${answer.status}; its messages above tell why.`)
    },
    { retries: 8, minTimeout: 200, maxTimeout: 2_000 },
  )
