import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Says each line of a stream with the name of whose it is in front, but for one. @returns when the stream has ended */
export const tellLines = async (
  { name, stream, but }: { readonly name: string; readonly stream: Readable; readonly but: string },
  say: (line: string) => void,
): Promise<void> => {
  for await (const line of createInterface({ input: stream }))
    if (line !== but) say(line.startsWith(`${name}: `) ? line : `${name}: ${line}`)
}
