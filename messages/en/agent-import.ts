// The words around imported descriptions, version ranges and identity codes, in English.
import type { Same } from '../shape.ts'
import type { identityCode as identityCodeSource, importing as importingSource, range as rangeSource } from '../zh/agent-import.ts'

export const importing: Same<typeof importingSource> = {
  refusal: {
    notJson: 'This is not a JSON file. Choose the card or description itself, not a web page or a picture.',
    notAnObject: 'The file is not one description. Give a single one, not a list.',
    tooLarge: 'The file is larger than 1 MiB. Keep the description only.',
    tooDeep: 'The file is nested more than {limit} deep. Simplify it.',
    tooManyValues: 'The file has more than {limit} values. Simplify it.',
    keyTooLong: 'The file has a field name of more than {limit} characters.',
    keyForbidden: 'The file has the field name "{key}", which is not allowed.',
    keyRepeated: 'Field "{key}" occurs twice, so that nobody can tell which counts. Remove one.',
    unknownFormat:
      'This kind of file is not known. You can import an A2A agent card, an MCP server.json, a GB/Z 185.4 description (ACS) or a CycloneDX ML-BOM.',
    nameMissing: 'The file has no name. Add it and try again.',
    other: 'The file was not imported ({code}).',
    modelMissing: 'The bill has no machine-learning model. Give an ML-BOM, not a bill of ordinary software.',
  },
  question: {
    signatureUnverified: 'The card carries {count} signatures that were not checked yet.',
    protocolVersionMissing: 'The file does not say its protocol version.',
    protocolVersionUnknown: 'Protocol version {protocolVersion} is not known: check what was read.',
    addressMissing: 'The file gives no service address.',
    addressMalformed: 'Address "{url}" is not well formed.',
    addressNotEncrypted: 'Address "{url}" is not encrypted.',
    addressNotPublic: 'Address "{url}" lies in a private network.',
    addressCarriesSecret: 'An address carried what looks like a secret ({pointer}); it was left out. Change that secret.',
    authenticationUndeclared: 'The file does not say how the service authenticates.',
    identityCodeMalformed: 'Identity code "{identityCode}" is not well formed and was not imported.',
    identityCodeUnverified: 'Identity code {identityCode} is well formed; its checksum must be confirmed by the registry.',
    inactive: 'The description says that it is not active.',
    domainNotRegistered: 'Host {host} is not among the registered domains of the description.',
    providerMissing: 'The file names no provider.',
    providerDiffers: 'The file names "{provider}" as provider, you are "{filer}". Explain, or use another file.',
    providerHostDiffers: 'The host of the provider, {providerHost}, differs from that of the service, {host}.',
    authorDiffers: 'The author "{author}" differs from the provider "{provider}".',
    versionMissing: 'The file gives no version: fill it in.',
    descriptionMissing: 'The file says no purpose: fill it in.',
    skillUnreadable: 'One skill could not be read ({pointer}).',
    skillRepeated: 'Skill "{id}" occurs twice and was taken once.',
    skillsMissing: 'The file lists no skills.',
    secretInDocument: 'The file holds the value of secret "{name}" ({pointer}); it was not imported. Change that secret.',
    secretsNeeded: 'Tool "{tool}" needs secrets: {names}. Only the names were kept.',
    registryUnknown: 'The registry of package "{identifier}" is not known.',
    packageMissing: 'The file names no package and no remote address.',
    severalPackages: 'The file has {count} ways to install; "{taken}" was taken.',
    permissionsUnknown: 'The file does not say what tool "{tool}" can do: choose it.',
    textCut: '"{path}" has {length} characters; the first {limit} were taken.',
    textTooLong: '"{path}" has {length} characters, more than {limit}, and was not imported.',
    listCut: '"{path}" has {length} entries; the first {limit} were taken.',
    other: 'Please check: {code}',
    signatureUnknownKey: 'The card is signed, but with no key that you have registered (key id {keyId}).',
    signatureKeyRetired: 'The card is signed with key {keyId}, which is retired: it does not count as verified.',
    signatureWrong: 'The card names key {keyId}, but the signature does not fit: the content may have been changed since.',
    signatureUnsupported: 'The card is signed in a way that is not supported; it was not checked.',
    modelUnreadable: 'One model could not be read ({pointer}).',
    modelRepeated: 'Model "{model}" occurs twice and was taken once.',
    modelAccessGuessed: 'How model "{model}" is reached was guessed: check it.',
    dataCategoryUnknown: 'Data set "{name}" does not say its category: choose it.',
    risksDeclared: 'The model cards name {count} risks with their answers: write them as guardrails.',
  },
}

export const range: Same<typeof rangeSource> = {
  refusal: {
    tooLong: 'The range is too long; the limit is {limit}.',
    versionMissing: 'Give a range of versions, for example >=2.3.0 <2.4.2.',
    notUnderstood: '"{at}" is not understood. Use = < <= > >= and ||; no ^, ~ or x.',
  },
}

export const identityCode: Same<typeof identityCodeSource> = {
  refusal: {
    partMissing: 'An identity code has {expected} parts; this one has {parts}.',
    prefixUnknown: 'An identity code begins with 1.2.156.3088; this one with {prefix}.',
    partMalformed:
      'The {part, select, registry {registry} vendor {provider} ontology {ontology} instance {instance} version {version} other {checksum}} part "{value}" of the identity code is not well formed.',
    malformed: 'The identity code is not well formed.',
  },
  part: {
    prefix: 'Prefix',
    registry: 'Registry',
    vendor: 'Provider',
    ontology: 'Ontology',
    instance: 'Instance',
    version: 'Version of the code',
    checksum: 'Checksum',
  },
}
