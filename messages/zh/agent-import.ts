// The words around imported descriptions: why a file was refused, what a person must look at, and the parts of an identity code and a version range.
export const importing = {
  refusal: {
    notJson: '这不是 JSON 文件。请选择原始的卡片或描述文件，不要用网页或截图。',
    notAnObject: '文件里不是一份描述。请只提供一份，不要提供列表。',
    tooLarge: '文件超过 1 MiB。请只保留描述本身。',
    tooDeep: '文件层次超过 {limit} 层，请简化后再试。',
    tooManyValues: '文件内容超过 {limit} 项，请简化后再试。',
    keyTooLong: '文件里有超过 {limit} 字符的字段名。',
    keyForbidden: '文件里有不允许的字段名“{key}”。',
    keyRepeated: '字段“{key}”出现了两次，无法判断以哪个为准。请删去一个。',
    unknownFormat: '认不出这种文件。可以导入：A2A 智能体卡片、MCP server.json、GB/Z 185.4 描述（ACS）。',
    nameMissing: '文件里没有名称，请补上后再试。',
    other: '文件没有导入（{code}）。',
  },
  question: {
    signatureUnverified: '卡片带有 {count} 个签名，尚未核验。',
    protocolVersionMissing: '文件没有写明协议版本。',
    protocolVersionUnknown: '协议版本 {protocolVersion} 不是已知的版本，请核对读出的内容。',
    addressMissing: '文件没有写明服务地址。',
    addressMalformed: '地址“{url}”的写法不对。',
    addressNotEncrypted: '地址“{url}”没有加密传输。',
    addressNotPublic: '地址“{url}”是内部网络地址。',
    addressCarriesSecret: '地址里带有疑似密钥的内容（{pointer}），已去掉。请更换该密钥。',
    authenticationUndeclared: '文件没有写明服务怎样认证身份。',
    identityCodeMalformed: '身份码“{identityCode}”的结构不对，未导入。',
    identityCodeUnverified: '身份码 {identityCode} 结构正确；校验码须向登记机构核实。',
    inactive: '描述中标为未启用。',
    domainNotRegistered: '域名 {host} 不在描述所列的已备案域名中。',
    providerMissing: '文件没有写明提供者。',
    providerDiffers: '文件的提供者是“{provider}”，与贵方“{filer}”不同。请说明关系或更换文件。',
    providerHostDiffers: '提供者的域名 {providerHost} 与服务地址的域名 {host} 不同。',
    authorDiffers: '文件的作者“{author}”与提供者“{provider}”不同。',
    versionMissing: '文件没有写明版本，请填写版本号。',
    descriptionMissing: '文件没有写明用途，请填写。',
    skillUnreadable: '有一项技能读不出来（{pointer}）。',
    skillRepeated: '技能“{id}”重复，只导入一次。',
    skillsMissing: '文件没有列出技能。',
    secretInDocument: '文件里写出了密钥“{name}”的值（{pointer}），未导入。请更换该密钥。',
    secretsNeeded: '工具“{tool}”需要密钥：{names}。只记录了名称。',
    registryUnknown: '软件包“{identifier}”的来源仓库不明。',
    packageMissing: '文件没有写明软件包或远程地址。',
    severalPackages: '文件有 {count} 种安装方式，只取了“{taken}”。',
    permissionsUnknown: '工具“{tool}”能做什么，文件没有写，请选择。',
    textCut: '“{path}”有 {length} 字，只取前 {limit} 字。',
    textTooLong: '“{path}”有 {length} 字，超过 {limit} 字，未导入。',
    listCut: '“{path}”有 {length} 项，只取前 {limit} 项。',
    other: '请核对：{code}',
  },
} as const

export const range = {
  refusal: {
    tooLong: '版本范围太长，上限 {limit}。',
    versionMissing: '请填写版本范围，例如 >=2.3.0 <2.4.2。',
    notUnderstood: '看不懂“{at}”。只能用 = < <= > >= 和 ||；不能用 ^、~、x。',
  },
} as const

export const identityCode = {
  refusal: {
    partMissing: '身份码应有 {expected} 段，现在有 {parts} 段。',
    prefixUnknown: '身份码应以 1.2.156.3088 开头，现在是 {prefix}。',
    partMalformed:
      '身份码的“{part, select, registry {登记机构} vendor {提供者} ontology {本体} instance {实例} version {版本} other {校验}}”段“{value}”写法不对。',
    malformed: '身份码的结构不对。',
  },
  part: {
    prefix: '标识前缀',
    registry: '登记机构',
    vendor: '提供者',
    ontology: '本体',
    instance: '实例',
    version: '编码版本',
    checksum: '校验码',
  },
} as const
