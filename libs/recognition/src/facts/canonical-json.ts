/** JSON with sorted keys: the same facts are the same text, and therefore the same checksum. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => Number(one > other) - Number(one < other)))
      : inner,
  )
