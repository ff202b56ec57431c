// The words of the twelve state marks; keys are the mark names of the design system.
export const state = {
  draft: '草稿',
  submitted: '已提交',
  review: '审查中',
  waiting: '待企业补正',
  testing: '检测中',
  approved: '已备案',
  conditions: '附条件批准',
  refused: '不予备案',
  suspended: '已暂停',
  recalled: '已召回',
  ended: '已注销',
  overdue: '逾期',
} as const
