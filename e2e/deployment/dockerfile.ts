import { Copy, DockerfileParser, From, type Instruction, JSONInstruction } from 'dockerfile-ast'

export interface Step {
  readonly keyword: string
  readonly args: readonly string[]
  /** Written as a list: no shell stands between. */
  readonly isList: boolean
  /** Taken from an earlier stage. */
  readonly isInside: boolean
}

/** Steps of a Dockerfile by stages; what stands before the first is the first. */
export const stagesOf = (text: string): readonly (readonly Step[])[] => {
  const stages: Step[][] = [[]]
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction instanceof From) stages.push([])
    stages.at(-1)?.push(stepOf(instruction))
  }
  return stages
}

const stepOf = (instruction: Instruction): Step => {
  const keyword = instruction.getKeyword()
  const isInside = instruction instanceof Copy && instruction.getFromFlag() !== null
  if (instruction instanceof JSONInstruction && instruction.getOpeningBracket() !== null)
    return { keyword, args: instruction.getJSONStrings().map((word) => word.getJSONValue()), isList: true, isInside }
  return { keyword, args: instruction.getExpandedArguments().map((word) => word.getValue()), isList: false, isInside }
}

interface Image {
  readonly text: string
  readonly node: string
  readonly steps: readonly Step[]
  /** Those of the last stage: what the image is made of. */
  readonly last: readonly Step[]
  /** The last of its kind in the last stage: what the image keeps. */
  readonly kept: (keyword: string) => Step | undefined
}

const bases = ({ steps }: Image): readonly string[] => {
  const froms = steps.filter(({ keyword }) => keyword === 'FROM')
  const stages = new Set(froms.map(({ args }) => args[2]))
  return froms.map(({ args: [base = ''] }) => base).filter((base) => !stages.has(base))
}

const rules: Readonly<Record<string, (image: Image) => boolean>> = {
  'is built upon no one version': (image) =>
    bases(image).every((base) => /^node:(\d+\.\d+\.\d+)-[a-z-]+(@sha256:[0-9a-f]{64})?$/.exec(base)?.[1] === image.node),
  'fetches what nobody has looked at': ({ steps }) =>
    steps.every(({ keyword, args }) => keyword !== 'ADD' && !args.some((arg) => /^(https?|git):/.test(arg))),
  'runs as root, or as a name that nobody can check': ({ kept }) => /^[1-9]\d*:[1-9]\d*$/.test(kept('USER')?.args[0] ?? ''),
  'has a shell between': ({ steps }) =>
    steps.every(({ keyword, isList }) => !['RUN', 'CMD', 'ENTRYPOINT', 'SHELL'].includes(keyword) || isList),
  'does not tell whether it is well': ({ text, kept }) =>
    /^ +CMD \["node", .*\/health\/live/m.test(text) && kept('HEALTHCHECK') !== undefined,
  'is stopped in another way than it knows': ({ kept }) => kept('STOPSIGNAL')?.args[0] === 'SIGTERM',
  'runs the scripts of packages': ({ steps }) => steps.every(({ args }) => !args.includes('ci') || args.includes('--ignore-scripts')),
  'trusts nobody': ({ last }) => last.some(({ isInside, args }) => isInside && args.at(-1) === '/etc/ssl/certs/ca-certificates.crt'),
  'does not tell what it is': ({ kept }) => kept('LABEL')?.args.some((arg) => arg.startsWith('org.opencontainers.image.licenses')) === true,
}

/** What is wrong with a Dockerfile. @param node the version that the project runs on */
export const dockerfileComplaints = (text: string, node: string): readonly string[] => {
  const stages = stagesOf(text)
  const last = stages.at(-1) ?? []
  const kept: Image['kept'] = (keyword) => last.findLast((step) => step.keyword === keyword)
  const image = { text, node, steps: stages.flat(), last, kept }
  return Object.entries(rules).flatMap(([what, holds]) => (holds(image) ? [] : [what]))
}

/** From outside: what the builder must have. */
export const copied = (text: string): readonly string[] =>
  stagesOf(text)
    .flat()
    .filter(({ keyword, isInside }) => keyword === 'COPY' && !isInside)
    .flatMap(({ args }) => args.slice(0, -1))
