export default {
  entry: [
    'apps/*/src/main.ts',
    'apps/*/src/*/main.ts',
    'e2e/*/main.ts',
    'infra/embedded/*.mjs',
    'libs/*/jest/*.mjs',
    'libs/*/testing/*.{mjs,ts}',
    'apps/*/src/*/testing/*.ts',
    'bench/**/*.ts',
  ],
  project: ['apps/**/*.ts', 'libs/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts', 'infra/**/*.mjs'],
  // The type of what a front door gives or takes belongs to the front door, whoever happens to name it today.
  exclude: ['types'],
  ignoreExportsUsedInFile: true,
  // The launcher and nest-cli.json name these by path.
  ignoreDependencies: ['@nestjs/cli', '@swc/cli', 'jest'],
  // Generated: whole, whoever uses which part of it.
  ignore: ['libs/contracts/src/gen/**'],
  paths: { '@concord/*/testing': ['./libs/*/testing/index.ts'], '@concord/*': ['./libs/*/src/index.ts'] },
}
