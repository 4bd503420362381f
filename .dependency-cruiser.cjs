const core = '^libs/(healthcare-security|civil-affairs|disabled-persons-federation|health|recognition|standards|decider)/src/'
const context = '(healthcare-security|civil-affairs|disabled-persons-federation|health)'
const notTests = '\\.spec\\.ts$|/testing/'

/** The walls of the house. Each says why it stands; e2e/architecture.spec.ts breaks each on purpose. */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'What is true and allowed must be decidable without a server, a clock or chance: pass time, ids and facts in.',
      severity: 'error',
      from: { path: core, pathNot: notTests },
      to: {
        pathNot: [
          '^libs/(healthcare-security|civil-affairs|disabled-persons-federation|health|recognition|standards|decider|contracts|identity)/',
          'node_modules/zod/',
        ],
      },
    },
    {
      name: 'contexts-are-strangers',
      comment: "Agencies meet in the contracts and on the published log only: no context may know another one's app or lib.",
      severity: 'error',
      from: { path: `^(apps|libs)/${context}/` },
      to: { path: `^(apps|libs)/${context}/`, pathNot: '^(apps|libs)/$2/' },
    },
    {
      name: 'apps-are-leaves',
      comment: 'Nothing builds on an app; only the platform composes their modules, and journeys walk through it.',
      severity: 'error',
      from: { path: '^(apps/([^/]+)|libs|infra)/', pathNot: '^apps/platform/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'front-door-only',
      comment:
        'A lib is entered by its src/index.ts (or testing/index.ts in tests, or what libs/testing gives to the test runner): what is behind the door may change freely.',
      severity: 'error',
      from: { path: '^(apps|libs|e2e|bench)/([^/]+)' },
      to: { path: '^libs/', pathNot: ['^$1/$2/', '^libs/[^/]+/(src|testing)/index\\.ts$', '^libs/testing/jest/'] },
    },
    {
      name: 'tests-stay-in-tests',
      comment: 'Test servers, contract suites and specification words never run in production.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [notTests, '^libs/(specify|testing)/'] },
      to: { path: '^libs/([^/]+/testing/|specify/|testing/)' },
    },
    {
      name: 'drivers-stay-in-adapters',
      comment: 'A driver outside its adapter would tie a rule or a route to one database or broker.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          '^libs/[^/]*(postgres|kafka|kurrentdb)[^/]*/',
          '^libs/(projections|testing)/',
          '^apps/(registry|audit|platform)/',
          notTests,
        ],
      },
      to: { path: 'node_modules/(@types/)?(pg|pg-[^/]+|kafkajs|@kurrent/[^/]+|typeorm)/' },
    },
    {
      name: 'one-door-to-kafka',
      comment: 'Clients of Kafka are made in libs/kafka alone, from one set of settings; adapters know their types.',
      severity: 'error',
      from: { path: '^(apps|libs|e2e|bench)/', pathNot: '^libs/kafka/' },
      to: { path: 'node_modules/kafkajs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kurrentdb-stays-in-its-adapter',
      comment: 'The client of KurrentDB has traps that only its adapter knows to step over: use the event store.',
      severity: 'error',
      from: { pathNot: '^libs/event-store-kurrentdb/' },
      to: { path: 'node_modules/@kurrent/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    combinedDependencies: true,
  },
}
