import { readdirSync } from 'node:fs'

const rooms = ['apps', 'libs'].flatMap((folder) => readdirSync(new URL(folder, import.meta.url)))

/** `feat(health): …`: the scope is the room a change lives in, so the history of a context is one `git log --grep` away. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-enum': [2, 'always', [...new Set([...rooms, 'e2e', 'bench', 'docs', 'infra', 'repo'])]],
    'scope-empty': [2, 'never'],
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
  },
}
