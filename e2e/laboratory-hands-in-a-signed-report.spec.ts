// A laboratory's day: the order is started, its own report file is read in, a second person signs with the code, the office accepts, and the clock of the filing runs on.
import { expect, type Page, test } from '@playwright/test'
import { live, pageOf, password, see, tell } from './people.ts'

const report = (versionHash: string, item: { passed: number; total: number; seconds: number }) =>
  Buffer.from(
    JSON.stringify({
      method: 'drill',
      procedure: '在运行中下达停用指令两百次，逐次计时；同时由值班人员接管。',
      sampleCount: item.total,
      performedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      versionHash,
      items: [
        { testItemId: 'TI-05', ...item, note: '最慢一次发生在网络抖动时。' },
        { testItemId: 'TI-99', passed: 1, total: 1 },
      ],
    }),
  )
const inDialog = (page: Page) => page.getByRole('dialog')

test('a laboratory hands in its report file, a second person signs it, the office accepts it, and the filing goes on', async ({
  browser,
}) => {
  // A filing under review for which a test is asked for: its clock stands still.
  const reviewer = await pageOf(browser, 'li.wen')
  const { items } = await (await reviewer.request.get('/api/v1/filings?status=under_review&limit=100')).json()
  const filing = items.find((one: { titleZh: string }) => one.titleZh === '簌金风控')
  await tell(reviewer.request, 'filings', filing.id, 'requestTest', { testItemIds: ['TI-05'] })
  const coordinator = await pageOf(browser, 'sun.yan')
  const { items: orders } = await (await coordinator.request.get(`/api/v1/obligations?tie=filing:${filing.id}&status=planned`)).json()
  const { items: labs } = await (await coordinator.request.get('/api/v1/labs')).json()
  const lab = labs.find((one: { titleZh: string }) => one.titleZh.includes('衡准'))
  await tell(coordinator.request, 'obligations', orders[0].id, 'assign', { labId: lab.id, sampledBy: 'authority', paidBy: 'company' })
  const { number, state } = await see(coordinator.request, 'obligations', orders[0].id)

  const company = await pageOf(browser, 'jin.su')
  await company.goto(`/portal/filings/${filing.id}`)
  await expect(company.getByText('正在检测，期限中止计算', { exact: false })).toBeVisible()

  // The tester finds the order in the list and starts.
  const tester = await pageOf(browser, 'heng.yi')
  await tester.goto('/lab')
  await tester.getByRole('link', { name: number ?? '' }).click()
  await expect(tester.getByRole('heading', { level: 1 })).toContainText('停用与接管')
  await (await live(tester.getByRole('button', { name: '开始检测' }))).click()
  await inDialog(tester).getByRole('button', { name: '开始检测' }).click()
  await expect(tester.getByRole('heading', { name: '提交报告' })).toBeVisible()

  // Sent empty, everything that is missing is said once at the top, which has the focus, and again at the field.
  await (await live(tester.getByRole('button', { name: '提交报告' }))).click()
  const summary = tester.getByRole('alert').filter({ hasText: '请先更正以下各处' })
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveCount(4)
  await expect(tester.getByLabel('样本数')).toHaveAttribute('aria-invalid', 'true')
  await summary.getByRole('link', { name: /样本数/ }).click()
  await expect(tester.getByLabel('样本数')).toBeFocused()

  // A file that is no report is said to be none; the laboratory's own file fills the form and what was not ordered is named.
  const upload = tester.getByLabel(/从报告文件读入/)
  await upload.setInputFiles({ name: 'scan.json', mimeType: 'application/json', buffer: Buffer.from('[1') })
  await expect(tester.getByText('这不是 JSON 报告，没有读入。')).toBeVisible()
  await upload.setInputFiles({
    name: 'report.json',
    mimeType: 'application/json',
    buffer: report(state.versionHash, { passed: 200, total: 200, seconds: 3.2 }),
  })
  await expect(tester.getByText('读入 1 项结果')).toBeVisible()
  await expect(tester.getByText('不在委托中的项目没有读入：TI-99')).toBeVisible()
  await expect(tester.getByLabel('通过次数')).toHaveValue('200')
  await expect(summary).toHaveCount(0)
  // The verdict follows the counts as they are typed.
  const item = tester.getByRole('group', { name: /停用与接管/ })
  await expect(item.getByText('通过', { exact: true })).toBeVisible()
  await tester.getByLabel('最慢一次（秒）').fill('9')
  await expect(item.getByText('未通过', { exact: true })).toBeVisible()
  await tester.getByLabel('最慢一次（秒）').fill('3.2')
  await expect(item.getByText('通过', { exact: true })).toBeVisible()

  // Without a line nothing is lost: the same intention is sent again.
  await tester.context().setOffline(true)
  await tester.getByRole('button', { name: '提交报告' }).click()
  await expect(tester.getByText('网络不通，没有收到答复', { exact: false })).toBeVisible()
  await expect(tester.getByLabel('样本数')).toHaveValue('200')
  await tester.context().setOffline(false)
  await tester.getByRole('button', { name: '提交报告' }).click()
  await expect(tester.getByText(`${number}-R1`).first()).toBeVisible()
  await expect(tester.getByRole('heading', { name: /^签发报告/ })).toHaveCount(0)

  // Who tested cannot sign. The signatory reads the report and signs with the code.
  const own = await tester.request.post(`/api/v1/obligations/${orders[0].id}/sign`, {
    data: { reportNo: 1 },
    headers: {
      'idempotency-key': crypto.randomUUID(),
      'if-match': `"${(await see(tester.request, 'obligations', orders[0].id)).version}"`,
    },
  })
  expect(own.status()).toBe(403)
  const signatory = await pageOf(browser, 'zhun.er')
  await signatory.goto(`/lab/orders/${orders[0].id}`)
  await expect(signatory.getByRole('cell', { name: '200 次中通过 200 次，最慢 3.2 秒' })).toBeVisible()
  await (await live(signatory.getByRole('button', { name: '签发报告' }))).click()
  const code = signatory.getByLabel('动态验证码')
  const signed = signatory.getByText(/\d\d:\d\d 签发$/).first()
  await expect(code.or(signed)).toBeVisible()
  if (await code.isVisible()) {
    await code.fill(password)
    await signatory.getByRole('button', { name: '签发报告' }).click()
  }
  await expect(signed).toBeVisible()

  // The office accepts in the console; the test is done, and the clock of the filing runs on.
  await coordinator.goto(`/console/obligations/${orders[0].id}`)
  await (await live(coordinator.getByRole('button', { name: '接受报告' }).first())).click()
  await inDialog(coordinator).getByRole('button', { name: '接受报告' }).click()
  await expect(inDialog(coordinator)).toHaveCount(0)
  await expect(coordinator.getByText('已通过', { exact: true }).first()).toBeVisible()
  await company.reload()
  await expect(company.getByText('正在审查。', { exact: false })).toBeVisible()
  const after = await see(reviewer.request, 'filings', filing.id)
  expect(after.status).toBe('under_review')
  await tester.goto('/lab?status=accepted')
  await expect(tester.getByRole('link', { name: number ?? '' })).toBeVisible()
})
