import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

const project = join(import.meta.dirname, '../..')
const health = 'proto/concord/health/v1/events.proto'
const generated = 'libs/contracts/src/gen'
const code = `${generated}/concord/health/v1/events_pb.ts`
const breaks = 'Who reads the released contract would no longer understand this'

let house: string
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'concord-house-'))
  for (const kept of ['proto', 'buf.yaml', 'buf.gen.yaml', generated]) cpSync(join(project, kept), join(house, kept), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(house, 'node_modules'))
})
afterEach(() => rmSync(house, { recursive: true }))

/** Each step is made to fail on purpose. */
describe('the check of the wire contract', () => {
  it('has nothing to say of the project as it is', () => expect(check()).toEqual({ status: 0, said: '' }))

  it('lets an optional field and an event be added, once the code is generated', () => {
    change(health, 'message ComaBegan {\n  string on = 1;', 'message ComaBegan {\n  string on = 1;\n  optional string cause = 2;')
    change(health, '// 昏迷结束', '// 家庭医生签约\nmessage FamilyDoctorSigned {\n  string on = 1;\n}\n\n// 昏迷结束')
    expect(check().said).toContain(`${code}\n${generated} is not what the proto files generate`)
    expect(spawnSync('node_modules/.bin/buf', ['generate'], { cwd: house }).status).toBe(0)
    expect(check()).toEqual({ status: 0, said: '' })
  })

  it.each([
    ['a field is numbered anew', 'string fall_id = 1;', 'string fall_id = 3;', breaks],
    ['a field is renamed', 'string fall_id = 1;', 'string accident_id = 1;', breaks],
    ['a field has another type', 'bool by_specialist = 4;', 'string by_specialist = 4;', breaks],
    ['a word is taken away', '    REASON_RECOVERED = 1; // 好转\n', '', breaks],
    ['an event is renamed', 'message FallReported', 'message FallHappened', breaks],
    ['a rule of form is broken', 'string fall_id = 1;', 'string fallId = 1;', 'break a rule of buf'],
    ['it cannot be read', 'string fall_id = 1;', 'string fall_id = one;', 'break a rule of buf'],
    ['it is not formatted', '  string fall_id = 1;', '    string fall_id = 1;', 'are not formatted'],
  ])('refuses when %s', (_what, old, changed, why) => {
    change(health, old, changed)
    expect(check()).toEqual({ status: 1, said: expect.stringContaining(why) })
  })

  it('refuses generated code that was changed, is missing, or is of no proto file', () => {
    const [missing, left] = [`${generated}/concord/relay/v1/relay_pb.ts`, `${generated}/left_pb.ts`]
    change(code, 'HomeVisitMade', 'HomeVisitPaid')
    rmSync(join(house, missing))
    writeFileSync(join(house, left), '')
    const { status, said } = check()
    expect(status).toBe(1)
    expect(said.split('\n').slice(0, 3)).toEqual([code, missing, left])
  })
})

const check = (): { readonly status: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'infra/proto/check.mjs')], { cwd: house, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const change = (file: string, old: string, changed: string): void => {
  const text = readFileSync(join(house, file), 'utf8')
  if (!text.includes(old)) throw new Error(`${file} has no "${old}"`)
  writeFileSync(join(house, file), text.replace(old, changed))
}
