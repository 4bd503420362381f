import { z } from 'zod'

/** One question of a scale: its answers, and the points each is worth, fewest first. */
export const assessmentItem = z.strictObject({
  code: z.string(),
  name: z.string(),
  options: z.array(z.strictObject({ points: z.int().min(0), text: z.string() })).min(2),
})
export type AssessmentItem = z.infer<typeof assessmentItem>

/** The points given to these items, in the standard's order. Each item knows the points it allows and refuses others by name. */
export const pointsOf = (part: string, items: readonly AssessmentItem[]): z.ZodType<readonly number[], readonly number[]> => {
  const [first, ...rest] = items.map(pointsOfItem)
  if (first === undefined) throw new RangeError(`${part} has no items`)
  return z.tuple([first, ...rest], { error: `${part} takes ${items.length} points, one an item in the standard's order` })
}

const pointsOfItem = ({ code, name, options }: AssessmentItem): z.ZodType<number, number> => {
  const allowed = options.map(({ points }) => points)
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
  return z.literal(allowed, {
    error: ({ input }) => `${code} ${name} takes ${list} points${typeof input === 'number' ? `, not ${input}` : ''}`,
  })
}
