/** Whether a command says again what was recorded, fact by fact. Facts are plain values, so their JSON tells. */
export const sameFacts = <Facts>(recorded: Facts, asked: Facts, facts: readonly (keyof Facts)[]): boolean =>
  facts.every((fact) => JSON.stringify(recorded[fact]) === JSON.stringify(asked[fact]))
