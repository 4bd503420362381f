import { columnsOf, type RecordKind } from '@concord/file-import'
import { importingContexts, type ImportingContext } from './contexts.js'

/** Every context and its kinds, for whoever asks what can be imported. */
export const contextsTold = (): string => Object.values(importingContexts).map(contextTold).join('\n\n')

export const contextTold = ({ name, recordKinds }: ImportingContext): string => [`${name}:`, ...recordKinds.map(kindTold)].join('\n')

const kindTold = (kind: RecordKind): string => `  ${kind.name}  ${kind.zh}\n${columnsOf(kind).map(columnTold).join('\n')}`

const columnTold = ({ name, required, words, description }: ReturnType<typeof columnsOf>[number]): string =>
  ['     ', required ? name : `[${name}]`, words.join(' | '), description].filter(Boolean).join('  ')
