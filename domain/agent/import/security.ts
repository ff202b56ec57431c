// How callers of an agent prove who they are, as its description declares it: OpenAPI style (A2A to 0.3, ACS), wrapped (A2A 1.0), or a bare list (A2A to 0.2).
import type { AuthenticationKind } from '../vocabulary.ts'
import type { Claims, Place } from './claim.ts'
import { isObject, step } from './document.ts'

const kindOf: Record<string, AuthenticationKind> = {
  apikey: 'api_key',
  http: 'http',
  bearer: 'http',
  basic: 'http',
  httpauth: 'http',
  oauth2: 'oauth2',
  oauth: 'oauth2',
  openidconnect: 'openid_connect',
  oidc: 'openid_connect',
  mutualtls: 'mutual_tls',
  mtls: 'mutual_tls',
  none: 'none',
  public: 'none',
}

/** The kind that a scheme's name stands for; `apiKeySecurityScheme` and `api_key` are the same. */
const namedKind = (name: string): AuthenticationKind =>
  kindOf[
    name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/securityscheme$/, '')
  ] ?? 'other'

const kindOfScheme = (claims: Claims, scheme: Place): AuthenticationKind => {
  const type = claims.look(claims.at(scheme, 'type'), 40)
  if (type !== null) return namedKind(type)
  // A2A 1.0: one member, named after the kind.
  const [wrapped] = isObject(scheme.value) ? Object.keys(scheme.value) : []
  if (wrapped === undefined) {
    claims.use(scheme)
    return 'other'
  }
  claims.use(claims.at(scheme, wrapped))
  return namedKind(wrapped)
}

/** A kind of authentication and the place that declares it. */
export type Declared = { kind: AuthenticationKind; pointer: string }

/** The kind of the scheme that an endpoint refers to by name; its name alone decides where the document does not define it. */
export const kindOfNamedScheme = (claims: Claims, root: Place, name: string): AuthenticationKind => {
  const scheme = claims.at(claims.at(root, 'securitySchemes'), name)
  return scheme.value === undefined ? namedKind(name) : kindOfScheme(claims, scheme)
}

/** Each kind once, at the first place that declares it. */
export const eachOnce = (declared: readonly Declared[]): Declared[] =>
  declared.filter(({ kind }, index) => declared.findIndex((other) => other.kind === kind) === index)

/** The kinds declared at the top of a card, each once; empty when nothing is declared. */
export const declaredAuthentication = (claims: Claims, root: Place): Declared[] => {
  const declared: Declared[] = []
  const schemes = claims.at(root, 'securitySchemes', 'security_schemes')
  for (const [name, value] of Object.entries(isObject(schemes.value) ? schemes.value : {})) {
    const pointer = schemes.pointer + step(name)
    declared.push({ kind: kindOfScheme(claims, { value, pointer }), pointer })
  }
  for (const scheme of claims.members(claims.at(claims.at(root, 'authentication'), 'schemes'), 20, '/endpoints')) {
    const name = claims.look(scheme, 40)
    if (name !== null) declared.push({ kind: namedKind(name), pointer: scheme.pointer })
  }
  return eachOnce(declared)
}
