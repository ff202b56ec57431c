// The words of the four tiers and of the three lanes.
export const tier = {
  name: '等级',
  I: '自评估',
  II: '备案',
  III: '备案并检测',
  IV: '场景审批',
  lane: {
    name: '管理类别',
    low: '一般',
    key: '重点',
    sensitive: '敏感',
  },
} as const
