import { isObject, type Json, type JsonObject } from './manifest.js'

/** How kustomize tells the elements of a list apart; it takes their names from the API. */
const keyOf: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
}
/** Lists that a patch replaces as a whole. */
const wholes: ReadonlySet<string> = new Set(['args'])

/** A strategic merge patch, as far as our overlays need one. @throws for a list whose merging is not known here */
export const merged = (target: JsonObject, patch: JsonObject): JsonObject => {
  const changed = Object.entries(patch).map(([field, value]) => [field, mergedField(field, target[field], value)] as const)
  return { ...target, ...Object.fromEntries(changed) }
}

const mergedField = (field: string, old: Json | undefined, value: Json): Json => {
  if (old === undefined || wholes.has(field)) return value
  if (isObject(old) && isObject(value)) return merged(old, value)
  if (Array.isArray(old) && Array.isArray(value)) return mergedList(field, old as JsonObject[], value as JsonObject[])
  return value
}

/** What is new comes first. */
const mergedList = (field: string, old: readonly JsonObject[], patch: readonly JsonObject[]): Json => {
  const key = keyOf[field]
  if (key === undefined) throw new TypeError(`how kustomize merges "${field}" is not known here`)
  const isNew = (element: JsonObject) => !old.some((one) => one[key] === element[key])
  const changed = old.map((one) => merged(one, patch.find((element) => element[key] === one[key]) ?? {}))
  return [...patch.filter(isNew), ...changed]
}

/** The value with another one at a place that must be there already. @throws when it is not */
export const replacedAt = (value: Json | undefined, [step, ...rest]: readonly string[], by: Json): Json => {
  if (step === undefined) return by
  const inside = isObject(value) ? value[step] : (value as readonly Json[] | undefined)?.[Number(step)]
  if (inside === undefined) throw new TypeError(`there is no "${step}" to replace`)
  const replaced = replacedAt(inside, rest, by)
  return isObject(value) ? { ...value, [step]: replaced } : (value as readonly Json[]).with(Number(step), replaced)
}
