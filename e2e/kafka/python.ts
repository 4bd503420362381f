import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../docs/pages.js'

const run = promisify(execFile)
const packages = ['confluent-kafka==2.16.1', 'protobuf==7.36.2', 'grpcio-tools==1.85.1']
const modules = 'import confluent_kafka, google.protobuf, grpc_tools'
const folder = join(root, '.concord/python')

/** Whether a program of this name is there. */
export const hasPython = async (): Promise<boolean> => {
  try {
    await run('python3', ['-c', 'import venv, ensurepip'])
    return true
  } catch {
    return false
  }
}

/** A Python that has what a subscriber needs, installed once from PyPI. */
export const python = async (): Promise<string> => {
  const program = join(folder, 'bin/python')
  if (existsSync(program) && (await knowsModules(program))) return program
  await run('python3', ['-m', 'venv', '--clear', folder])
  await run(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages])
  return program
}

const knowsModules = (program: string): Promise<boolean> =>
  run(program, ['-c', modules]).then(
    () => true,
    () => false,
  )
