// The words of the decision-authority matrix: what is wrong with a row, and the conditions on the plain label.
export const matrix = {
  refusal: {
    rowMissing: '请至少写一个动作。',
    consentMissing: '“{action}”要先问用户，请写明怎样取得同意。',
    consentTooWide: '“{action}”不可挽回，一次授权长期有效不够。请改为逐次同意，或加上限额。',
    noticeMissing: '请写明用户怎样知道“{action}”。',
    capOrVetoMissing: '“{action}”不可挽回又自行决定，须有限额，或能在执行前拦下。',
    vetoMissing: '“{action}”自行决定，须有限额或制止的办法。',
    paymentCapMissing: '“{action}”涉及支付，须有限额。',
    undoContradicts: '“{action}”标为不可挽回，又说可限时撤回，请改正其一。',
    evidenceMissing: '“{action}”自行决定，请写明证据。',
    toolUnknown: '“{action}”用到的工具“{tool}”不在工具表中。',
    rowRepeated: '“{action}”的代号重复了。',
    ceilingExceeded: '“{action}”高于场景 {scenario} 的自主上限（开放决定第 {version} 版）。',
  },
} as const

export const label = {
  onlyIf: '条件：{condition}',
  upTo: '不超过{per, select, action {每个动作} session {每次会话} hour {每小时} day {每日} week {每周} month {每月} other {总计}} {amount} {unit, select, yuan {元} times {次} items {项} recipients {人} minutes {分钟} other {MB}}',
  agreeing: '{consent, select, standing {一次授权长期有效} per_session {每次会话征得同意} per_action {逐次征得同意} other {须两人同意}}',
  told: '{notice, select, record_open {记录可查} periodic_summary {定期汇总告知} after_action {做完告知} other {事前告知}}',
  stoppedBy: '{veto, select, appeal {可事后申诉} undo_window {可限时撤回} stop_control {可随时停止} other {执行前可拦下}}',
  cannotBeUndone: '做了不可挽回',
} as const
