// The words of administration: people, rules, the who-may matrix, the audit, background work.
export const adminPage = {
  title: '管理', crumbs: '位置', people: '人员与岗位', rules: '规则与目录', whoMay: '职权矩阵', audit: '审计', jobs: '后台任务',
  about: '管理员不办理案件，也看不到案件的非公开内容。',
  find: '按姓名查找', newPerson: '新增人员', col: { name: '姓名', state: '状态', posts: '现任岗位', role: '角色', office: '所在单位', sectors: '行业', region: '地区', from: '自', to: '至', reason: '理由', set: '目录', version: '版本', effectiveOn: '施行日期', items: '条目', confidence: '依据可信度', source: '来源', item: '条目', at: '时间', who: '人员', what: '事项', subject: '对象', position: '日志序号', code: '结果' },
  active: '在岗', dismissed: '已离岗', everySector: '全部行业', national: '全国', none: '没有记录', next: '更早的记录', first: '回到最新',
  confidence: { P: '法条原文已读', Q: '原文引语', S: '单一转述', 'S+': '多个转述一致', W: '弱，来源不一', M: '常识，未核', I: '本系统推断', D: '本系统设计', X: '本系统测算' },
  proposal: '待批准的修改', proposed: '{version} 版拟自 {on} 施行：{reason}', changes: '新增 {added}，删除 {removed}，修改 {changed}', propose: '提出修改', content: '整套内容（JSON）', contentHint: '在现行版本上修改；提交时按格式和引用关系检查，逐项指出错误。', notJson: '不是合法的 JSON：{why}', effectiveOn: '施行日期', reason: '理由', basis: '依据', send: '提交修改', sent: '已提交，等待另一人批准。',
  coverage: '放假安排只公布到 {on}；跨过这一天的期限不给出日期。', length: '期限', extension: '可延长', starts: '起算', stops: '可停钟', yes: '是', no: '否',
  counts: '近三十日：查阅受限内容 {read} 次，拒绝 {refused} 次', noSight: '只有审计管理员和审计员可以查看。', readings: '查阅与拒绝', events: '最新事件', read: '查阅', refused: '拒绝',
  job: { outbox: '待发通知', checkpoint: '最近签名', lapsed: '到期未处理', last: '系统最近一次办理', size: '数据库', events: '事件', cases: '案件' }, bytes: '{n} MB', atSize: '第 {size} 条，{at}', never: '尚无',
} as const
