/** What stops a command. Its message, said without a stack trace, tells a person what is wrong and what to do. */
export class Trouble extends Error {}
