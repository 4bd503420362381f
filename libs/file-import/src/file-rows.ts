/** One row of a file as it stands there, not yet mapped, or why it cannot be read. `line` is where it begins, counted from 1. */
export type FileRow =
  { readonly line: number; readonly cells: Readonly<Record<string, unknown>> } | { readonly line: number; readonly unreadable: Unreadable }

export type Unreadable = 'row-too-long' | 'unreadable-characters' | 'unreadable-row' | 'wrong-number-of-cells'
