import { join } from 'node:path'
import { z } from 'zod'
import { documentsAt } from './manifest.js'

const target = z.strictObject({ kind: z.string(), name: z.string().optional(), labelSelector: z.string().optional() })
export type Target = z.infer<typeof target>

/** What our overlays use of kustomize; whatever else one uses is refused, since it would be overlooked. */
const kustomization = z.strictObject({
  apiVersion: z.string().startsWith('kustomize.config.k8s.io/'),
  kind: z.enum(['Kustomization', 'Component']),
  namespace: z.string().optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  configMapGenerator: z
    .array(
      z.strictObject({
        name: z.string(),
        behavior: z.literal('merge').optional(),
        literals: z.array(z.string()).default([]),
        envs: z.array(z.string()).default([]),
        options: z.strictObject({ annotations: z.record(z.string(), z.string()) }).default({ annotations: {} }),
      }),
    )
    .default([]),
  patches: z.array(z.strictObject({ target, path: z.string().optional(), patch: z.string().optional() })).default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
  replicas: z.array(z.strictObject({ name: z.string(), count: z.int() })).default([]),
  replacements: z
    .array(
      z.strictObject({
        source: z.strictObject({ kind: z.literal('ConfigMap'), name: z.string(), fieldPath: z.string().startsWith('data.') }),
        targets: z.array(z.strictObject({ select: target, fieldPaths: z.array(z.string()) })),
      }),
    )
    .default([]),
})
export type Kustomization = z.infer<typeof kustomization>

export const kustomizationIn = (folder: string): Kustomization => kustomization.parse(documentsAt(join(folder, 'kustomization.yaml'))[0])
