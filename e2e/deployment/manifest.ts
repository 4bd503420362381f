import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { root } from '../docs/pages.js'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [field: string]: Json
}

/** A Kubernetes object as its file says it. */
export interface Manifest extends JsonObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: JsonObject & { readonly name: string }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textAt = (path: string): string => readFileSync(join(root, path), 'utf8')

/** YAML 1.2, anchors and merge keys resolved. @throws what is wrong with it */
export const documentsIn = (text: string): Json[] =>
  parseAllDocuments(text, { merge: true, uniqueKeys: true }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings]
    if (problem) throw problem
    return document.toJS() as Json
  })

export const documentsAt = (path: string): Json[] => documentsIn(textAt(path))
