import { existsSync } from 'node:fs'

/** One suite, four costs, told by the file's ending: .spec (pure), .int.spec (one real server), .e2e.spec (journeys). */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
]

const project = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/e2e', '<rootDir>/infra'].filter((folder) =>
    existsSync(folder.replace('<rootDir>', import.meta.dirname)),
  ),
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^@concord/([^/]+)/testing$': '<rootDir>/libs/$1/testing/index.ts',
    '^@concord/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
}

export default {
  // A machine shared with others is slow at times; what hangs still ends.
  testTimeout: 60_000,
  projects: [
    {
      ...project,
      displayName: 'pure',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e|browser)\\.spec\\.ts$'],
    },
    {
      ...project,
      displayName: 'servers',
      testMatch: ['**/*.{int,e2e,browser}.spec.ts'],
      // Jest runs this only when it has a test of this project to run: pure specs start no server.
      globalSetup: '<rootDir>/libs/testing/jest/start-servers.mjs',
      globalTeardown: '<rootDir>/libs/testing/jest/stop-servers.mjs',
    },
  ],
}
