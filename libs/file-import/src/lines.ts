/** A line of a file, counted from 1 as an editor does; its text is missing when it is too long to be a row. */
export interface Line {
  readonly number: number
  readonly text: string | undefined
}

/** Keeps memory constant whatever the file holds. */
const longestLine = 1 << 20

/** The lines of a text that comes in pieces, some at a time. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let number = 0
  let rest = ''
  let tooLong = false
  const lineOf = (text: string): Line => {
    number += 1
    const line = { number, text: tooLong ? undefined : text.replace(/\r$/, '') }
    tooLong = false
    return line
  }
  for await (const piece of pieces) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    if (texts.length > 0) yield texts.map(lineOf)
    tooLong ||= rest.length > longestLine
    if (tooLong) rest = ''
  }
  if (rest !== '' || tooLong) yield [lineOf(rest)]
}
