// What a refusal by the door itself says: how the request is written, the session, the command, the server.
export const request = {
  refusal: {
    notJson: '请求内容不是 JSON，请检查格式后重发。',
    keyMissing: '缺少 Idempotency-Key，请为这次操作带上一个唯一的键。',
    malformed: '请求写法不对（{why}）。',
    foreignOrigin: '请求来自其他网站，已拒绝。请在本站操作。',
    absent: '没有这个地址。',
    methodNotAllowed: '这个地址不接受这种请求方法。',
    tooLarge: '内容超过上限 {bytes} 字节。',
    wrongType: '内容类型应为 {wanted}。',
    invalid: '有几处填写不符合要求，请按标出的位置修改。',
    versionMissing: '缺少 If-Match，请带上您看到的版本号。',
    tooLong: '一次公开的内容超过公开日志单条上限（{bytes} 字节），请分成几步办理。',
    tooMany: '请求太密，请在 {seconds} 秒后再试。',
  },
} as const

export const session = {
  refusal: {
    signInNeeded: '请先登录。',
    tokenNotGood: '令牌无效、已过期或已撤销。',
    stepUpNeeded: '这一步需要再次验证身份，请输入动态口令。',
    scopeMissing: '令牌没有“{scope}”权限。',
    codeInvalid: '动态口令不对或已用过，请等下一个。',
  },
} as const

export const command = {
  refusal: {
    running: '同一操作正在办理，请稍候再看结果。',
    keyUsed: '这个 Idempotency-Key 已用于另一项操作，请换一个。',
    singleOnly: '这一步须逐件办理，不能成批。',
  },
} as const

export const server = {
  refusal: {
    fault: '系统没有完成这个请求，没有改动任何内容。请稍后再试；仍不行请告知系统管理员。',
    notReady: '系统正在启动或自检，请稍后再试。',
    full: '系统暂时不能写入，没有改动任何内容。请稍后再试。',
  },
} as const

export const clock = {
  refusal: {
    runningNeeded: '期限 {rule} 已经结束，不能再停钟或延长。',
    reasonDoesNotStop: '期限 {rule} 不因这个原因停钟。',
    timeLeftNeeded: '期限 {rule} 已经届满，不能再停钟或延长。',
    extensionUnknown: '期限 {rule} 依法不能延长。',
    alreadyExtended: '期限 {rule} 已于 {extendedOn} 延长过一次，不能再次延长。',
    reasonMissing: '延长期限须写明批准人和理由。',
  },
} as const
