// The stage of a scale seed: the rules, the demonstration's cast, a reviewer in every province, and companies for the filings to belong to.
import { systemActor } from '#domain/case'
import { makeCreditCode } from '#domain/organisation/credit-code'
import cast from './cast.ts'
import { must } from './door.ts'
import { type Company, enterCast, enterRules } from './people.ts'
import { sectors } from './scale-fields.ts'
import { type House, houseNameOf, type Scene } from './scale-life.ts'
import words from './scale-words.json'

/** Provinces in the order of how many filings come from them. */
const regions = [
  '110000',
  '440000',
  '310000',
  '330000',
  '320000',
  '510000',
  '350000',
  '420000',
  '370000',
  '340000',
  '500000',
  '430000',
  '120000',
  '460000',
  '130000',
  '410000',
  '520000',
  '610000',
  '210000',
  '450000',
  '530000',
  '220000',
  '360000',
  '640000',
  '140000',
  '150000',
  '230000',
  '540000',
  '620000',
  '630000',
  '650000',
]

/** Enters everybody as of an instant. One company for about every twenty filings, at most 2,000. */
export const enterScene = async (filings: number, at: string): Promise<{ scene: Scene; company: Company }> => {
  await enterRules(at)
  const company = await enterCast(cast, at, at.slice(0, 10))
  const reviewers = new Map<string, string>()
  for (const [no, region] of regions.entries()) {
    const [zh = '', en = ''] = words.person[no % words.person.length] ?? []
    const id = await must(
      systemActor,
      'person',
      null,
      'create',
      { names: { zh: `${zh}${no}`, en: `${en} ${no}` }, organisationId: null },
      at,
    )
    await must(
      systemActor,
      'person',
      id,
      'appoint',
      { role: 'reviewer', authorityId: `cac-${region}`, sectors: ['*'], region, reason: words.reason },
      at,
    )
    reviewers.set(region, id)
  }
  const local = company.people['li.wen']
  if (local) reviewers.set('110000', local.personId)
  const houses: House[] = []
  for (let no = 0; no < Math.min(2000, Math.max(20, Math.ceil(filings / 20))); no += 1) {
    const names = houseNameOf(no)
    const code = makeCreditCode(`91110000MC${String(no).padStart(6, '0')}`)
    const region = regions[Math.floor((((no * 7919) % 1000) / 1000) ** 2 * regions.length)] ?? '110000'
    const id = await must(
      systemActor,
      'organisation',
      null,
      'create',
      { kind: 'company', names, creditCode: code, region, address: names.zh, representative: { name: names.zh, personId: null } },
      at,
    )
    houses.push({ id, zh: names.zh, en: names.en, code, region, by: `representative-${no}` })
  }
  return { company, scene: { houses, reviewers, approver: company.people['zhao.cheng']?.personId ?? 'approver', fields: sectors } }
}
