// One agent through its whole life, in the browser: from an agent card to filing, tier, two authorities, deployment, test, recall, and the public's page.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import specimen from '../domain/agent/specimen.json' with { type: 'json' }
import { act, pageOf, see, signIn, tell } from './people.ts'

/** A real agent card of the data folder, where it is there; else one of ours. */
const realCards = path.join(process.env.ZHIHENG_DATA ?? '../shared/data', 'agents/a2a-agent-cards.jsonl')
const cardText = (): string => {
  if (!existsSync(realCards)) return readFileSync('e2e/fixtures/agent-card.json', 'utf8')
  const { _file, ...card } = JSON.parse(readFileSync(realCards, 'utf8').split('\n')[0] ?? '{}')
  return JSON.stringify(card)
}
const reasons = { 'reasons-0-rule': '实施意见第六条', 'reasons-0-evidence': '申报表', 'reasons-0-finding': '权限与场景条件一致' }
const shot = (name: string) => ({ path: `test-results/journey/${name}.png` })

test('a company files an agent from its card, two authorities agree, it is tested, recalled, and the public sees it at once', async ({
  browser,
  page,
  context,
}) => {
  // The company: a draft from the card, every imported field a claim.
  await signIn(context, 'mo.ran')
  await page.goto('/portal/filings/new')
  await page.locator('#f-name-zh').fill('河岸查房记录')
  await page.locator('#f-name-en').fill('Riverbank Ward Notes')
  await page
    .locator('select')
    .filter({ has: page.locator('option[value=health]') })
    .first()
    .selectOption('health')
  await page.locator('input[type=checkbox][value="26"], label:has-text("医疗健康") input[type=checkbox]').first().check()
  await page.locator('form textarea').first().fill(cardText())
  await page.locator('form button[type=submit]').last().click()
  await page.waitForURL(/\/portal\/filings\/[0-9a-f-]{36}$/)
  const filingId = page.url().split('/').at(-1) ?? ''
  const drafted = await see(context.request, 'filings', filingId)
  expect(drafted.state.claims.length).toBeGreaterThan(5)
  expect(drafted.state.claims.every((claim: { confirmedBy: string | null }) => claim.confirmedBy === null)).toBe(true)
  await page.screenshot(shot('01-draft-from-card'))

  // What a card cannot say is written, what it claims is confirmed. The fields have a journey of their own.
  const content = {
    ...specimen,
    ...drafted.state.content,
    version: '1.0.0',
    purpose: '整理查房记录，拟写草稿，由医师签发。',
    names: { zh: '河岸查房记录', en: 'Riverbank Ward Notes' },
    identityCode: null,
    buildHash: null,
    models: specimen.models,
    tools: specimen.tools,
    authorityMatrix: specimen.authorityMatrix,
    guardrails: specimen.guardrails,
    capability: specimen.capability,
    minorsPossible: false,
    dataCategories: ['health'],
  }
  const use = {
    registeredUsers: 900,
    monthlyUsers: 700,
    careOfPersons: false,
    systemPermission: false,
    machineAction: false,
    pesticide: false,
    opinionCapacity: false,
    decidesOnPersons: false,
    serviceStartedOn: null,
  }
  await tell(context.request, 'filings', filingId, 'describe', { content, use })
  const claims = (await see(context.request, 'filings', filingId)).state.claims.filter(
    (claim: { confirmedBy: string | null }) => claim.confirmedBy === null,
  )
  if (claims.length > 0)
    await tell(context.request, 'filings', filingId, 'confirm', { paths: claims.map((claim: { path: string }) => claim.path) })

  // The provider of the card is not the company: who they are to each other is said before anybody can sign.
  for (const { provider } of drafted.state.identities as { provider: string }[])
    await tell(context.request, 'filings', filingId, 'answerIdentity', {
      provider,
      relation: 'integrates_product',
      explanation: '我司使用其产品对外提供服务，并对外负责。',
    })

  // The representative checks the answers, signs, and has a receipt.
  const representative = await pageOf(browser, 'yue.chuan')
  await representative.goto(`/portal/filings/${filingId}/check`)
  await representative.screenshot({ ...shot('02-check-answers'), fullPage: true })
  await representative.locator('form.command button[type=submit]').click()
  await representative.waitForURL(/receipt/)
  await expect(representative.locator('body')).toContainText(/AGFR-110000-\d{7}/)
  await representative.screenshot(shot('03-receipt'))

  // The office: formality check, review, tier with its reasons, tests.
  const intake = await pageOf(browser, 'zhou.lan')
  await intake.goto(`/console/filings/${filingId}`)
  await act(intake, 'accept')
  const reviewer = await pageOf(browser, 'li.wen')
  await reviewer.goto(`/console/filings/${filingId}`)
  await act(reviewer, 'startReview')
  await act(reviewer, 'placeInTier')
  await expect(reviewer.locator('main')).toContainText('敏感')
  await reviewer.screenshot(shot('04-tier'))
  await tell(reviewer.context().request, 'filings', filingId, 'requestTest', { testItemIds: ['TI-01', 'TI-03'] })

  // The laboratory: the order, the report, the verdict per item; signed by a second person; accepted by the office.
  const coordinator = await pageOf(browser, 'sun.yan')
  const orders = await (await coordinator.request.get(`/api/v1/obligations?tie=filing:${filingId}`)).json()
  expect(orders.items).toHaveLength(2)
  const labs = await (await coordinator.request.get('/api/v1/labs')).json()
  const lab = labs.items.find((one: { titleZh: string }) => one.titleZh.includes('衡准'))
  const tester = await pageOf(browser, 'heng.yi')
  const signatory = await pageOf(browser, 'zhun.er')
  for (const order of orders.items) {
    await tell(coordinator.request, 'obligations', order.id, 'assign', { labId: lab.id, sampledBy: 'authority', paidBy: 'company' })
    await tester.goto(`/lab/orders/${order.id}`)
    await act(tester, 'start')
    const seen = await see(tester.request, 'obligations', order.id)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await tell(tester.request, 'obligations', order.id, 'handIn', {
      method: 'red_team',
      procedure: '按题库逐项执行',
      sampleCount: 4000,
      items: seen.state.testItemIds.map((testItemId: string) => ({ testItemId, passed: 4000, total: 4000, seconds: 1, note: '' })),
      rawHash: 'ab'.repeat(32),
      performedOn: today,
      versionHash: seen.state.versionHash,
    })
    await tester.reload()
    await tester.screenshot(shot('05-report'))
    await tell(signatory.request, 'obligations', order.id, 'sign', { reportNo: 1 })
    await coordinator.goto(`/console/obligations/${order.id}`)
    await tell(coordinator.request, 'obligations', order.id, 'accept', { reportNo: 1, reason: null })
  }

  // The sector authority: its reviewer's opinion, its approver's concurrence.
  await reviewer.goto(`/console/filings/${filingId}`)
  await act(reviewer, 'askConcurrence')
  const sectorReviewer = await pageOf(browser, 'chen.rui')
  await sectorReviewer.goto(`/console/filings/${filingId}`)
  await act(sectorReviewer, 'opine', { verdict: 'concur', ...reasons })
  const sectorApprover = await pageOf(browser, 'he.shen')
  await sectorApprover.goto(`/console/filings/${filingId}`)
  await act(sectorApprover, 'concur', { verdict: 'concur', ...reasons })

  // Recommendation and decision by two persons; the reviewer may not decide.
  await reviewer.reload()
  await act(reviewer, 'recommend', { outcome: 'file', ...reasons })
  const own = await reviewer.request.post(`/api/v1/filings/${filingId}/decide`, {
    data: { outcome: 'file', conditions: [], reasons: [{ rule: 'a', evidence: 'b', finding: 'c' }], remedies: null },
    headers: { 'if-match': `"${(await see(reviewer.request, 'filings', filingId)).version}"`, 'idempotency-key': crypto.randomUUID() },
  })
  expect(own.status()).toBe(403)
  const approver = await pageOf(browser, 'zhao.cheng')
  await approver.goto(`/console/filings/${filingId}/decision`)
  await approver.screenshot({ ...shot('06-decision'), fullPage: true })
  await tell(approver.request, 'filings', filingId, 'decide', {
    outcome: 'file',
    conditions: [],
    reasons: [{ rule: '实施意见第六条', evidence: '检测报告', finding: '同意备案' }],
    remedies: null,
  })
  const filed = await see(approver.request, 'filings', filingId)
  expect(filed.number).toMatch(/^AGF-110000-26-\d{4}-\d{6}[0-9A-Z]$/)

  // A deployment in an open scenario, agreed by both authorities, put to work.
  const lead = page
  const startOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const deployment = await tell(context.request, 'deployments', null, 'create', {
    filingId,
    agentId: filed.state.agentId,
    sector: 'health',
    scenario: 26,
    plan: {
      place: '河岸医院',
      regions: ['110000'],
      users: 300,
      startOn,
      pilot: null,
      humanTakeover: '医师随时接管',
      insurance: '',
      platformIds: [],
    },
  })
  await tell(representative.request, 'deployments', deployment.id, 'submit', {})
  await tell(intake.request, 'deployments', deployment.id, 'accept', {})
  await reviewer.goto(`/console/deployments/${deployment.id}`)
  await act(reviewer, 'startAssessment')
  const agreed = { verdict: 'concur', conditions: [], reasons: [{ rule: 'a', evidence: 'b', finding: 'c' }] }
  await tell(sectorReviewer.request, 'deployments', deployment.id, 'opine', agreed)
  await tell(sectorApprover.request, 'deployments', deployment.id, 'concur', agreed)
  await tell(reviewer.request, 'deployments', deployment.id, 'recommend', { outcome: 'approve', conditions: [], reasons: agreed.reasons })
  await tell(approver.request, 'deployments', deployment.id, 'decide', { outcome: 'approve', conditions: [], reasons: agreed.reasons })
  await tell(context.request, 'deployments', deployment.id, 'activate', {
    startedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  })

  // The public finds it, in two Chinese characters and without an account.
  const visitor = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage()
  await visitor.goto(`/register?q=${encodeURIComponent('河岸')}`)
  await visitor
    .getByRole('link', { name: /河岸查房记录/ })
    .first()
    .click()
  await expect(visitor.locator('h1')).toContainText('河岸查房记录')
  await visitor.screenshot({ ...shot('07-public-agent'), fullPage: true })

  // The recall: suspected, investigated, drafted by one, its class validated by another, signed by a third.
  const officer = await pageOf(browser, 'gu.chuan')
  const both = (zh: string, en: string) => ({ zh, en })
  const scope = { versionRange: '<=1.0.0', versionHashes: [], buildHashes: [], component: null, scenarios: [], regions: [] }
  const hazard = both('记录可能写入错误病人的病历。', 'A note may be written to the wrong record.')
  const recall = await tell(officer.request, 'recalls', null, 'create', {
    agentId: filed.state.agentId,
    organisationId: filed.state.organisationId,
    sector: 'health',
    region: '110000',
    scenario: 26,
    scope,
    hazard,
    riskCodes: ['AIA02'],
    howFound: '医院报告两起',
    class: 'I',
    criteria: ['death_or_injury'],
  })
  await tell(officer.request, 'recalls', recall.id, 'openInvestigation', { ground: 'graveRisk', reason: '风险明显' })
  await officer.goto(`/console/recalls/${recall.id}`)
  await officer.screenshot(shot('08-recall-console'))
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await tell(officer.request, 'recalls', recall.id, 'draftNotice', {
    facts: hazard,
    hazard,
    harm: both('尚无人受害。', 'Nobody has been harmed yet.'),
    riskCodes: ['AIA02'],
    scope,
    measures: ['stop'],
    whatUsersMustDo: both('立即停用。', 'Stop using it now.'),
    whatCompanyWillDo: both('修复并复测。', 'Repair and test again.'),
    startOn: today,
    targetDates: [],
    contact: { name: '栎川智医', phone: '+86 10 5550 0199', address: '' },
    costs: both('企业承担。', 'Borne by the company.'),
    legalBasis: ['消费者权益保护法第十九条'],
    depth: 'user',
    checkLevel: 'A',
  })
  const second = await pageOf(browser, 'lu.qing')
  await tell(second.request, 'recalls', recall.id, 'validateClass', { agrees: true, reason: '已核对' })
  const signs = await pageOf(browser, 'shen.yue')
  await signs.goto(`/console/recalls/${recall.id}`)
  await act(signs, 'issueNotice', { reasons: '事实清楚，证据充分' })
  const noticed = await see(signs.request, 'recalls', recall.id)
  expect(noticed.number).toMatch(/^AGR-\d{4}-\d{4}-I$/)

  // At once: the public page, without an account, and the agent's own page.
  await visitor.goto(`/recalls/${noticed.number}`)
  await expect(visitor.locator('body')).toContainText('记录可能写入错误病人的病历')
  await visitor.screenshot({ ...shot('09-public-recall'), fullPage: true })

  // The company answers: voluntary recall, plan, acknowledgement, progress, end.
  await lead.goto(`/portal/recalls/${recall.id}`)
  await tell(representative.request, 'recalls', recall.id, 'declareVoluntary', { statement: '主动召回' })
  const blocked = await context.request.post('/api/v1/deployments', {
    data: {
      filingId,
      agentId: filed.state.agentId,
      sector: 'health',
      scenario: 26,
      plan: { place: '另一医院', regions: ['110000'], users: 10, startOn, pilot: null, humanTakeover: 'x', insurance: '', platformIds: [] },
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const again = await blocked.json()
  const refused = blocked.ok()
    ? await representative.request.post(`/api/v1/deployments/${again.id}/submit`, {
        data: {},
        headers: { 'if-match': `"${again.version}"`, 'idempotency-key': crypto.randomUUID() },
      })
    : blocked
  expect((await refused.json()).code).toBe('deployment.versionRecalled')
  expect((await see(context.request, 'deployments', deployment.id)).status).toBe('suspended')
  await tell(context.request, 'recalls', recall.id, 'filePlan', {
    responsible: { unit: '质量部', person: '莫然', phone: '+86 10 5550 0199' },
    remedy: both('修复版本', 'Repaired version'),
    steps: [{ what: '停用', on: today }],
    channels: [],
    operators: 1,
    users: 300,
    package: null,
    costs: both('企业承担', 'Company'),
  })
  await tell(context.request, 'recalls', recall.id, 'publishPlan', {
    text: both('停用并更换版本', 'Stop and replace the version'),
    told: [],
  })
  await tell(context.request, 'recalls', recall.id, 'acknowledge', { deploymentId: deployment.id, statement: 'stopped' })
  await tell(context.request, 'recalls', recall.id, 'reportStage', {
    buckets: { remedied: 0, notified: 1, unreachable: 0, refused: 0, notYet: 0 },
    narrative: '已停用',
    next: '核查',
  })
  await tell(officer.request, 'recalls', recall.id, 'recordCheck', {
    deploymentId: deployment.id,
    outcome: 'stopHolds',
    method: 'probe',
    evidenceHash: '34'.repeat(32),
  })
  await tell(context.request, 'recalls', recall.id, 'finish', {
    buckets: { remedied: 1, notified: 0, unreachable: 0, refused: 0, notYet: 0 },
    finishedOn: today,
    summary: '完成',
    evidenceHash: '56'.repeat(32),
  })
  await tell(second.request, 'recalls', recall.id, 'evaluate', {
    panel: ['A', 'B', 'C'].map((name) => ({
      name: `Expert ${name}`,
      affiliation: 'Institute of Invented Tests',
      hasInterest: false,
      declaration: '无利害关系',
    })),
    outcome: 'effective',
    opinion: '有效',
    reportHash: '78'.repeat(32),
  })
  await signs.reload()
  await act(signs, 'terminate', {
    reasons: '效果评估通过',
    'publicReason-zh': '全部受影响部署已停用并核查。',
    'publicReason-en': 'Every affected deployment was stopped and checked.',
  })
  await visitor.reload()
  await expect(visitor.locator('body')).toContainText(/召回结束|已结束/)

  // Every step stands in the timeline and in the log.
  for (const [plural, id] of [
    ['filings', filingId],
    ['deployments', deployment.id],
    ['recalls', recall.id],
  ] as const) {
    const { items } = await (await reviewer.request.get(`/api/v1/${plural}/${id}/history`)).json()
    const { version } = await see(reviewer.request, plural, id)
    expect(items).toHaveLength(version)
    const last = items.at(-1)
    await expect(async () => {
      const proof = await reviewer.request.get(`/log/proof/${last.position}`)
      expect(proof.ok()).toBe(true)
      expect(await proof.text()).toContain('c2sp.org/tlog-proof@v1')
    }).toPass({ timeout: 90_000 })
  }
})
