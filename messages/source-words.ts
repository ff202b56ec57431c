// Where a rule comes from, in the reader's language: the shipped sources are written in English by one small grammar; any other text stands as it is.
import type { Locale } from './locale.ts'

/** Articles and clauses: "arts 24 and 27" or "clause 6". */
const numbers = String.raw`(\d[\d()]*(?:(?:, | and )\d[\d()]*)*)`
const places = (list: string): string => `第 ${list.replace(/, | and /g, '、')} 条`

/** The acts, longest name first, so that none is read within another. */
const acts: readonly (readonly [string, string])[] = [
  ['Interim Measures on Anthropomorphic AI Interaction Services', '人工智能拟人化互动服务管理暂行办法'],
  ['Implementation Opinions of 8 May 2026', '2026 年 5 月 8 日实施意见'],
  ['AI Safety Governance Framework 3.0', '人工智能安全治理框架 3.0'],
  ['Personal Information Protection Law', '个人信息保护法'],
  ['Defective Auto Recall Regulations', '缺陷汽车产品召回管理条例'],
  ['Administrative Litigation Law', '行政诉讼法'],
  ['CAC incident reporting measures', '网络安全事件报告管理办法'],
  ['OWASP GenAI Security Project', 'OWASP GenAI Security Project'],
  ['Reconsideration Law (2023)', '行政复议法（2023）'],
  ['Implementation Opinions', '实施意见'],
  ['Anthropomorphic Measures', '拟人化互动服务办法'],
  ['Labelling Measures 2025', '生成合成内容标识办法（2025）'],
  ['Reconsideration Law', '行政复议法'],
  ['Jinfa 2026 No. 8', '金发〔2026〕8 号'],
  ['Cybersecurity Law', '网络安全法'],
  ['Data Security Law', '数据安全法'],
  ['Order 9 of 2021', '令 9 号（2021）'],
  ['Civil Procedure Law', '民事诉讼法'],
  ['Licensing Law', '行政许可法'],
  ['the Opinions', '实施意见'],
  ['Civil Code', '民法典'],
  ['Penalty Law', '行政处罚法'],
  ['Order 9', '令 9 号'],
]
const act = (name: string): string => acts.find(([english]) => english === name)?.[1] ?? name
const anyAct = `(${acts.map(([english]) => english.replace(/[.()]/g, String.raw`\$&`)).join('|')})`

/** What stands behind an act: in brackets, or after a comma. */
const remarks: Readonly<Record<string, string>> = {
  'embodied agents': '具身智能体',
  'draft not public': '草案未公开',
  'emergency contact': '紧急联系人',
  'minors, guardian consent': '未成年人、监护人同意',
  'threshold seen in the draft text': '门槛见征求意见稿',
  'high-risk admission, human intervention': '高风险准入、人工干预',
  'high-risk operations': '高风险操作',
  'mandatory standards': '强制性标准',
  'joint competence': '共同管辖',
  'logs of at least six months': '日志至少留存六个月',
  'research report': '研究报告',
  'in force 15 July 2026': '2026 年 7 月 15 日施行',
  'chapter on government data': '政务数据一章',
  'December 2025': '2025 年 12 月',
}

/** Whole parts between semicolons that follow no pattern. */
const parts: Readonly<Record<string, string>> = {
  'default of this product': '本系统默认',
  'shipped default': '本系统默认',
  'default of this product, to be replaced by an official list': '本系统默认，待官方清单替换',
  'default jurisdiction of this product': '本系统默认管辖',
  'clause 11 of the opinions names no sector': '实施意见第 11 条未列行业',
  'clause 11 of the opinions: self-test and information reporting': '实施意见第 11 条：自测并报告信息',
  'nothing to wait for': '无须等待',
  'classes are a default of this product': '分类为本系统默认',
  'bands are a default of this product': '分档为本系统默认',
  'threshold is a default of this product': '门槛为本系统默认',
  'lane is a default of this product': '类别为本系统默认',
  'days: lic-1 (5) and fil-4 (30), both working days': '天数：LIC-1（5）与 FIL-4（30），均为工作日',
  'days: as tier ii and about 20 in the laboratory': '天数：同二级，另加检测约 20 日',
  'days: as tier iii, then lic-1 (5) and lic-3 (20) for the deployment': '天数：同三级，另加部署审批 LIC-1（5）与 LIC-3（20）',
  'not reached by the reconsideration law as a department of the state council': '国务院部门，不适用该条复议管辖',
  'filing office of the corps': '兵团备案机关',
  'region code of national statistics, gb/t 2260 has none': '地区代码取自统计用区划代码，GB/T 2260 未列',
  'announced topics of the mandatory standard, plan 20263116-q-252 (draft not public)':
    '强制性标准已公布的议题，计划号 20263116-Q-252（草案未公开）',
}

type Pattern = readonly [RegExp, (found: readonly string[]) => string]
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i')
const patterns: readonly Pattern[] = [
  [/^reconsideration: (.+)$/, ([rest = '']) => `复议：${partInChinese(rest)}`],
  [/^by analogy with (.+)$/i, ([rest = '']) => `比照${partInChinese(rest)}`],
  [/^(.+) by analogy$/, ([rest = '']) => `比照${partInChinese(rest)}`],
  [/^Filing office of the province \((.+)\)$/, ([rest = '']) => `省级备案机关（${partInChinese(rest)}）`],
  [whole(`clauses? ${numbers} of the Opinions`), ([list = '']) => `实施意见${places(list)}`],
  [whole(`${anyAct},? (?:arts?|clauses?) ${numbers}`), ([name = '', list = '']) => `${act(name)}${places(list)}`],
  [whole(`${anyAct} ${numbers}`), ([name = '', list = '']) => `${act(name)}${places(list)}`],
  [
    whole(`${anyAct}, clause (\\d+) \\(mandatory standards\\), ${numbers}`),
    ([name = '', first = '', list = '']) => `${act(name)}第 ${first}（强制性标准）、${list.replace(/, | and /g, '、')} 条`,
  ],
  [whole(anyAct), ([name = '']) => act(name)],
  [
    /^(.+?)(?: \((.+)\)|, (.+))$/,
    ([head = '', inside = '', after = '']) => {
      const remark = remarks[inside || after]
      return remark === undefined ? `${head}${inside ? `（${inside}）` : `，${after}`}` : `${partInChinese(head)}（${remark}）`
    },
  ],
]

function partInChinese(part: string): string {
  const known = parts[part.toLowerCase()]
  if (known !== undefined) return known
  for (const [pattern, words] of patterns) {
    const found = pattern.exec(part)
    if (found) return words(found.slice(1).map((one) => one ?? ''))
  }
  return part
}

/** The source or legal basis of a rule as the reader's language writes it. English sources are the shipped form and stay; text that follows no known form stays too. */
export const sourceInWords = (locale: Locale, source: string): string =>
  locale === 'en' || /\p{Script=Han}/u.test(source)
    ? source
    : source
        .split(/; (?![^(]*\))/)
        .map(partInChinese)
        .join('；')
