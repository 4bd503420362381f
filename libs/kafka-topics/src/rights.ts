import type { AclEntry, Admin } from 'kafkajs'
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from '@concord/kafka'
import type { Right, Wanted } from './topics.js'

/** What anybody may do with these topics and groups by name; undefined where the cluster checks no rights. */
export const presentRights = async (admin: Admin, { topics, groups }: Wanted): Promise<Right[] | undefined> => {
  const named = { TOPIC: topics.map(({ name }) => ({ pattern: 'LITERAL', name })), GROUP: groups }
  try {
    const found = [...(await namedRights(admin, 'TOPIC')), ...(await namedRights(admin, 'GROUP'))]
    return found.filter(({ resource, pattern, name }) => named[resource].some((one) => one.pattern === pattern && one.name === name))
  } catch (error) {
    if ((error as { readonly type?: string }).type === 'SECURITY_DISABLED') return undefined
    throw error
  }
}

export const grant = (admin: Admin, right: Right): Promise<unknown> => admin.createAcls({ acl: [toEntry(right)] })

export const revoke = (admin: Admin, right: Right): Promise<unknown> => admin.deleteAcls({ filters: [toEntry(right)] })

const namedRights = async (admin: Admin, resource: Right['resource']): Promise<Right[]> => {
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes[resource],
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  })
  return resources.flatMap(({ resourceName: name, resourcePatternType, acls }) =>
    acls.map(({ principal, host, operation, permissionType }) => ({
      principal,
      host,
      permission: permissionType === AclPermissionTypes.DENY ? 'DENY' : 'ALLOW',
      operation: nameOf(operation),
      resource,
      pattern: resourcePatternType === ResourcePatternTypes.PREFIXED ? 'PREFIXED' : 'LITERAL',
      name,
    })),
  )
}

const toEntry = ({ principal, host, permission, operation, resource, pattern, name }: Right): AclEntry => ({
  principal,
  host,
  permissionType: AclPermissionTypes[permission],
  operation: AclOperationTypes[operation as keyof typeof AclOperationTypes],
  resourceType: AclResourceTypes[resource],
  resourceName: name,
  resourcePatternType: ResourcePatternTypes[pattern],
})

const nameOf = (operation: AclEntry['operation']): string =>
  Object.entries(AclOperationTypes).find(([, code]) => code === operation)?.[0] ?? 'UNKNOWN'
