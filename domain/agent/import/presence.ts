// Which members of an A2A 1.0 card say nothing: a field at its default that is neither required nor marked optional is as good as absent (1.0, 5.7 and 8.4.1).
import { isObject, type Json, type JsonObject } from './document.ts'

/** For one message: the fields that fall away at their default, and the messages inside it. `*` stands for every key of a map. */
type Message = { drop?: readonly string[]; inside?: Record<string, Message> }

const requirement: Message = { drop: ['schemes'], inside: { schemes: { inside: { '*': { drop: ['list'] } } } } }
const flow: Message = { drop: ['refreshUrl', 'pkceRequired'] }
const looseFlow: Message = { drop: ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'scopes'] }
const scheme: Message = {
  inside: {
    apiKeySecurityScheme: { drop: ['description'] },
    httpAuthSecurityScheme: { drop: ['description', 'bearerFormat'] },
    oauth2SecurityScheme: {
      drop: ['description', 'oauth2MetadataUrl'],
      inside: {
        flows: { inside: { authorizationCode: flow, clientCredentials: flow, deviceCode: flow, implicit: looseFlow, password: looseFlow } },
      },
    },
    openIdConnectSecurityScheme: { drop: ['description'] },
    mtlsSecurityScheme: { drop: ['description'] },
  },
}
const card: Message = {
  drop: ['securitySchemes', 'securityRequirements'],
  inside: {
    supportedInterfaces: { drop: ['tenant'] },
    capabilities: { drop: ['extensions'], inside: { extensions: { drop: ['uri', 'description', 'required'] } } },
    securitySchemes: { inside: { '*': scheme } },
    securityRequirements: requirement,
    skills: { drop: ['examples', 'inputModes', 'outputModes', 'securityRequirements'], inside: { securityRequirements: requirement } },
  },
}

const isEmpty = (value: Json): boolean =>
  value === '' ||
  value === false ||
  value === 0 ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0)

const strip = (value: Json, message: Message): Json => {
  if (Array.isArray(value)) return value.map((member) => strip(member, message))
  if (!isObject(value)) return value
  const kept: JsonObject = {}
  for (const [key, member] of Object.entries(value)) {
    // Null is how JSON writes an unset field.
    if (member === null || (message.drop?.includes(key) && isEmpty(member))) continue
    const inside = message.inside?.[key] ?? message.inside?.['*']
    kept[key] = inside === undefined ? member : strip(member, inside)
  }
  return kept
}

/** The card without the members that the protocol leaves out before signing. Members that it does not know stay. */
export const withoutUnsetDefaults = (content: JsonObject): JsonObject => strip(content, card) as JsonObject

/** The value without null, empty texts, empty lists and empty objects at any depth; null when nothing is left. */
const cleared = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(cleared).filter((member) => member !== null)
  if (!isObject(value)) return value === '' ? null : value
  const entries = Object.entries(value).map(([key, member]) => [key, cleared(member)] as const)
  return Object.fromEntries(entries.filter(([, member]) => member !== null && !(typeof member === 'object' && isEmpty(member))))
}

/** The card without anything empty, as signers of the drafts before 1.0 had it. */
export const withoutEmpty = (content: JsonObject): JsonObject => cleared(content) as JsonObject
