// The words of a spot check: the sealed seed, the draw, and why it may be refused.
export const sampling = {
  name: '抽查',
  plural: '抽查',
  status: {
    committed: '已封存种子',
    drawn: '已抽取',
    abandoned: '已放弃',
  },
  command: {
    create: {
      label: '封存种子',
      explain: '期间结束前封存种子的指纹并公开，期间结束后由另一人公布种子并抽取。',
    },
    draw: {
      label: '抽取',
      explain: '公布种子，按指纹从小到大取前若干件。任何人都可以重新计算。',
    },
    abandon: {
      label: '放弃',
      explain: '只能在期间结束前放弃，理由对外公开。',
    },
  },
  event: {
    committed: '封存种子，拟抽取 {size} 件',
    drawn: '公布种子并抽取',
    abandoned: '放弃：{reason}',
  },
  field: {
    id: '编号',
    status: '状态',
    did: '经办记录',
    region: '地区',
    fromMonth: '期间起（月）',
    toMonth: '期间止（月）',
    size: '抽取件数',
    reason: '理由',
    seedHash: '种子指纹（SHA-256）',
    committedAt: '封存时间',
    seed: '种子',
    eligible: '抽取范围',
    drawn: '抽中',
    selftestId: '合规自测',
    hash: '排序指纹',
    drawnAt: '抽取时间',
    abandonment: '放弃',
  },
  refusal: {
    periodNeeded: '期间 {fromMonth} 至 {toMonth} 须先后有序，且不超过 {most} 个月。',
    openPeriodNeeded: '{toMonth} 已经结束。种子须在期间结束前封存，也只能在此前放弃。',
    newPeriodNeeded: '{fromMonth} 至 {toMonth} 已有抽查，同一期间只抽取一次。',
    pastPeriodNeeded: '{toMonth} 结束后才能抽取。',
    committedSeedNeeded: '种子与封存的指纹 {seedHash} 不符。',
    eligibleNeeded: '该期间没有可抽取的自测。',
  },
} as const
