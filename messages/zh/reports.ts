// The words of the reports page: the finding, the definition of each number, its rows and columns.
export const reports = {
  title: '统计', about: '每个数字都有定义和数据表；只统计您管辖范围内的案件。', months: '近 {months} 个月', monthsLabel: '时间范围', asOf: '截至 {at}', table: '数据表', csv: '下载 CSV', definitionLabel: '定义', basis: '依据 {n} 件（次）', empty: '范围内还没有数据', print: '打印', row: '项目', older: '更久', days: '{from} 个工作日内',
  finding: {
    throughput: '{months} 个月收到 {received} 件，办结 {decided} 件', stageDays: '审查中位数 {median} 个工作日，法定 {limit} 日', backlogAge: '在办 {open} 件，其中逾期 {late} 件', outcomes: '已有结果 {total} 件，准予备案 {filed} 件', correctionRate: '{share} 的申请收到补正通知', obligationsByWeek: '今后十二周到期检测 {due} 项，已逾期 {late} 项', recallCoverage: '召回影响 {affected} 处部署，已证实 {proved} 处', autonomyMix: '{share} 的动作由智能体自行决定', offices: '{count} 个办理处有已备案智能体',
  },
  definition: {
    throughput: '收到：当月签收的备案申请；办结：当月作出备案、不予备案、不予受理决定的件数。', stageDays: '最近 400 件已走完该阶段的案件，按工作日计，停钟不算；中位数和第九十百分位。', backlogAge: '尚未办结的备案申请，按受理后的工作日分组；逾期指超过法定期限。', outcomes: '按现状统计已有结果的备案。', correctionRate: '当月补正通知数与当月收到申请数之比。', obligationsByWeek: '按到期周统计尚未完成的检测义务。', recallCoverage: '按等级统计已公告的召回：受影响部署、已确认收到、已经证据证实停用；声明不计入证实。', autonomyMix: '现行备案的公示标签中，自行决定、先问用户、只由用户三类动作的数量。', offices: '各办理处现行备案和在办件数。',
  },
  column: { received: '收到', decided: '办结', median: '中位数', p90: '第九十百分位', limit: '法定', inTime: '按期', late: '逾期', cases: '件数', corrections: '补正', share: '占比', due: '到期', recalls: '召回', voluntary: '主动', affected: '受影响', acknowledged: '已确认', proved: '已证实', coverage: '证实比例', alone: '自行决定', asks: '先问用户', yours: '只由用户', aloneShare: '自行占比', agents: '智能体', filed: '已备案', open: '在办' },
  key: { intake: '受理', correction: '补正', review: '审查', jointReview: '联合办理', filed: '准予备案', filedWithConditions: '附条件备案', not_filed: '不予备案', not_accepted: '不予受理', withdrawn: '撤回', lapsed: '逾期失效', suspended: '暂停', revoked: '撤销', cancelled: '注销', I: '一级', II: '二级', III: '三级', low: '低风险', key: '重点', sensitive: '敏感' },
} as const
