/** What each refusal tells the person in front of the screen: what is wrong and what to do. Two languages. */
export type Sentences<Refusal extends string> = Readonly<Record<Refusal, { readonly zh: string; readonly en: string }>>
