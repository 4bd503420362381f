import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { type Page, root } from './pages.js'

/** A block of TypeScript or of a proto file on a page. */
interface Snippet {
  readonly page: string
  readonly text: string
}

/** What the pages' snippets make of the source tree: whole texts by path. */
export type Overlay = ReadonlyMap<string, string>

const snippetsOf = ({ path, text }: Page): Snippet[] =>
  [...text.matchAll(/^```(?:ts|proto)\n(.*?)^```$/gms)].map(([, code = '']) => ({ page: path, text: code }))

/**
 * Puts every snippet where its first line says: `// <path>` is a new file, `// <path>, after: <text>` (or `before:`) goes next to the
 * one line that begins with that text, `// <path>, as it stands` must stand there word for word, and a snippet without a path is a
 * file of its own.
 */
export const overlayOf = (pages: readonly Page[]): Overlay => {
  const overlay = new Map<string, string>()
  const now = (path: string): string => overlay.get(path) ?? readFileSync(join(root, path), 'utf8')
  for (const [place, { page, text }] of pages.flatMap(snippetsOf).entries()) {
    const [head = '', path, how, line = ''] =
      /^\/\/ ([\w./-]+\.(?:ts|proto))(?:, (after|before|as it stands)(?:: (.+))?)?\n/.exec(text) ?? []
    const body = text.slice(head.length)
    if (path === undefined) overlay.set(`${page}.${place}.ts`, text)
    else if (how === undefined) overlay.set(path, newFile(page, path, body))
    else if (how === 'as it stands') overlay.set(path, quoted(`${page}, ${path}`, body, now(path)))
    else overlay.set(path, inserted(`${page}, ${path}`, { body, line, after: how === 'after' }, now(path)))
  }
  return overlay
}

const newFile = (page: string, path: string, body: string): string => {
  if (existsSync(join(root, path))) throw new Error(`${page} makes ${path}, which is there already`)
  return body
}

const quoted = (where: string, body: string, text: string): string => {
  if (!text.includes(body)) throw new Error(`${where}: does not stand there as it is quoted`)
  return text
}

interface Insertion {
  readonly body: string
  /** How the line begins beside which it goes. */
  readonly line: string
  readonly after: boolean
}

const inserted = (where: string, { body, line, after }: Insertion, text: string): string => {
  const lines = text.split('\n')
  const found = lines.flatMap((each, place) => (each.trimStart().startsWith(line.trimStart()) ? [place] : []))
  if (found.length !== 1) throw new Error(`${where}: "${line}" begins ${found.length} lines`)
  return lines.toSpliced((found[0] ?? 0) + (after ? 1 : 0), 0, body.trimEnd()).join('\n')
}

/** What the compiler says of the overlaid files, with the project's own settings; nothing is written anywhere. */
export const complaintsAbout = (overlay: Overlay): string[] => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as { config: object }
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root)
  const files = new Map([...overlay].filter(([path]) => path.endsWith('.ts')).map(([path, text]) => [join(root, path), text]))
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, hostWith(files, options))
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(told)
  })
}

const hostWith = (files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost => {
  const host = ts.createCompilerHost(options)
  const folders = new Set([...files.keys()].map(dirname))
  return {
    ...host,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    directoryExists: (folder) => folders.has(folder) || ts.sys.directoryExists(folder),
    getSourceFile: (file, language, onError) => {
      const text = files.get(file)
      return text === undefined ? host.getSourceFile(file, language, onError) : ts.createSourceFile(file, text, language)
    },
  }
}

const told = ({ file, start, messageText }: ts.Diagnostic): string => {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
  return `${file?.fileName.slice(root.length + 1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
}
