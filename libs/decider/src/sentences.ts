/** What is wrong and what to do, for the person in front of the screen, in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** What each refusal tells, by its slug, which is stable. */
export type Sentences<Refusal extends string = string> = Readonly<Record<Refusal, Sentence>>
