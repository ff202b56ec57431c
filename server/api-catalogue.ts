// The API as a person reads it: the operations of the OpenAPI document by group, and every refusal that has words.
import 'server-only'
import { getMessages } from 'next-intl/server'
import { statusOf } from './answer.ts'
import { env } from './env.ts'
import { openapi } from './openapi.ts'

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

export type ApiField = { path: string; type: string; isRequired: boolean }
export type ApiOperation = {
  id: string
  method: string
  path: string
  summary: string | null
  roles: string[]
  from: string[]
  isStepUp: boolean
  isOpen: boolean
  parameters: { name: string; where: string; isRequired: boolean; about: string | null }[]
  body: ApiField[]
}
export type ApiGroup = { tag: string; operations: ApiOperation[] }

const most = 120
const typeOf = (schema: Tree): string => {
  if (Array.isArray(schema.enum))
    return schema.enum.length > 12 ? `${schema.enum.slice(0, 12).join(' | ')} \u2026` : schema.enum.join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const branches = [schema.anyOf, schema.oneOf].find(Array.isArray) as Tree[] | undefined
  if (branches) return [...new Set(branches.map(typeOf))].join(' | ')
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : String(schema.type ?? 'any')
  const limits = [schema.format, schema.pattern && `/${schema.pattern}/`, schema.maxLength && `\u2264 ${schema.maxLength}`]
    .filter(Boolean)
    .join(', ')
  return type === 'array' && isTree(schema.items) ? `${typeOf(schema.items)}[]` : limits ? `${type} (${limits})` : type
}

/** The fields of a body, nested ones by their path, no deeper than three steps. */
const fieldsOf = (schema: Tree, path = '', depth = 0): ApiField[] => {
  const branches = [schema.anyOf, schema.oneOf].find(Array.isArray) as Tree[] | undefined
  if (branches) return branches.flatMap((branch) => fieldsOf(branch, path, depth))
  if (schema.type === 'array' && isTree(schema.items)) return fieldsOf(schema.items, `${path}[]`, depth)
  if (!isTree(schema.properties) || depth > 2) return []
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(schema.properties).flatMap(([name, member]) => {
    if (!isTree(member)) return []
    const at = path === '' ? name : `${path}.${name}`
    return [{ path: at, type: typeOf(member), isRequired: required.includes(name) }, ...fieldsOf(member, at, depth + 1)]
  })
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

const operationOf = (method: string, path: string, operation: Tree): ApiOperation => {
  const content =
    isTree(operation.requestBody) && isTree(operation.requestBody.content) ? Object.values(operation.requestBody.content)[0] : null
  const security = operation.security
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: typeof operation.summary === 'string' ? operation.summary : null,
    roles: texts(operation['x-roles']),
    from: texts(operation['x-from']),
    isStepUp: operation['x-step-up'] === true,
    isOpen: Array.isArray(security) && security.some((one) => isTree(one) && Object.keys(one).length === 0),
    parameters: (Array.isArray(operation.parameters) ? operation.parameters : []).filter(isTree).map((one) => ({
      name: String(one.name),
      where: String(one.in),
      isRequired: one.required === true,
      about: typeof one.description === 'string' ? one.description : isTree(one.schema) ? typeOf(one.schema) : null,
    })),
    body: isTree(content) && isTree(content.schema) ? fieldsOf(content.schema).slice(0, most) : [],
  }
}

/** Every operation that the server answers, by group, in the order of the document. */
export const apiGroups = (): ApiGroup[] => {
  const groups = new Map<string, ApiOperation[]>()
  for (const [path, methods] of Object.entries(openapi(env().origin).paths as Record<string, Tree>)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!isTree(operation) || operation.operationId === undefined) continue
      const [tag = 'other'] = texts(operation.tags)
      groups.set(tag, [...(groups.get(tag) ?? []), operationOf(method, path, operation)])
    }
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }))
}

export type ApiError = { code: string; status: number; text: string }

/** Every refusal that has words in the reader's language, with its status: what `type` of a problem points at. */
export const apiErrors = async (): Promise<ApiError[]> => {
  const messages = (await getMessages()) as Tree
  return Object.entries(messages)
    .flatMap(([noun, words]): ApiError[] => {
      const refusals = isTree(words) && isTree(words.refusal) ? words.refusal : {}
      return Object.entries(refusals).flatMap(([what, text]) =>
        typeof text === 'string' ? [{ code: `${noun}.${what}`, status: statusOf(`${noun}.${what}`), text }] : [],
      )
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
