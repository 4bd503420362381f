/** A number as officials write it, brought to one form: no blanks, full-width characters folded, upper case. */
export const canonicalForm = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s/g, '')
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
