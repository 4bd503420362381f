/** Why a file cannot be imported, as one sentence for whoever typed the command. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
}

/** Headers and cells of somebody's file may hold identity numbers, which nothing we say may tell. */
export const withoutNumbers = (text: string): string => text.replaceAll(/[0-9０-９]{14,}[\dXxＸ]?/g, '(number withheld)')
