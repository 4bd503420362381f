/** Whether what was answered at a terminal means yes 是; whatever else was typed, or nothing, means no. */
export const isYes = (answer: string): boolean => /^(y|yes|是)$/i.test(answer.trim())
