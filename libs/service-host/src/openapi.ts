import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { z } from 'zod'

const refsToComponents = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as object

/** The same zod schemas that check requests describe them. */
const schemaIn = (schema: unknown, { schemaType }: { readonly schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined
  const { $defs, $schema: _, ...own } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' })
  const components = Object.fromEntries(
    Object.entries($defs ?? {}).map(([name, { id: _id, ...definition }]) => [name, refsToComponents(definition)]),
  )
  const { id, ...body } = own
  if (id === undefined) return { schema: refsToComponents(body), components }
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: refsToComponents(body) } }
}

/** OpenAPI 3.1 of everything that the application serves. */
export const openApiOf = (app: NestFastifyApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Concord 失能互认平台')
    .setDescription(
      'Four agencies record what they determine; the registry answers what counts for which purpose; every disclosure is on the trail. ' +
        '四个部门各自记录认定结果，登记库回答何种认定可用于何种用途，每次提供都留有审计记录。',
    )
    .setVersion('1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build()
  return SwaggerModule.createDocument(app, config, { standardSchemaConverter: schemaIn })
}

/** Serves the description: for people at /api, for programs at /api/openapi.json. */
export const serveOpenApi = (app: NestFastifyApplication, describe: (app: NestFastifyApplication) => OpenAPIObject): void =>
  SwaggerModule.setup('api', app, () => describe(app), { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml' })
