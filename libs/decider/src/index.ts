export { accept, refuse, type Decider, type Decision } from './decider.js'
export { inSequence } from './in-sequence.js'
export type { Sentence, Sentences } from './sentences.js'
