// What a company does in the portal after it has filed: it corrects what was asked, applies for a deployment, answers for a recall, and can file without a mouse.
import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import specimen from '../domain/agent/specimen.json' with { type: 'json' }
import { live, pageOf, password, see, tell } from './people.ts'

const dayFromNow = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const one = async (page: Page, plural: string, query: string) =>
  (await (await page.request.get(`/api/v1/${plural}?limit=100&${query}`)).json()).items
/** Signs with the button of this name, with the code where it is asked for again. */
const sign = async (page: Page, name: string, after: Locator) => {
  await (await live(page.getByRole('button', { name }).last())).click()
  const code = page.getByLabel('动态验证码')
  await expect(code.or(after).first()).toBeVisible()
  if (!(await code.isVisible())) return
  await code.fill(password)
  await page.getByRole('button', { name }).last().click()
  await expect(after.first()).toBeVisible()
}

test('a company answers a request for correction in place, loses nothing without a line, and its representative signs again', async ({
  browser,
}) => {
  const lead = await pageOf(browser, 'sa.fei')
  const [filing] = await one(lead, 'filings', 'status=correction_required')
  await lead.goto('/portal')
  await lead.getByRole('link', { name: /补正/ }).first().click()
  await expect(lead.getByRole('heading', { name: '须补正 1 项' })).toBeVisible()
  await expect(lead.getByText(/前补正$/)).toBeVisible()
  await lead.getByRole('link', { name: '停用和申诉' }).click()
  await expect(lead.getByText('未成年人停用入口的截图缺失', { exact: false })).toBeVisible()

  const stop = await live(lead.getByLabel('怎样让它停下'))
  await stop.fill(`首屏“停止”键，未成年人模式下同样可见；演练记录 ${Date.now()}。`)
  await lead.context().setOffline(true)
  await lead.getByLabel('向谁申诉').focus()
  await expect(lead.getByText('没有保存').first()).toBeVisible()
  await expect(stop).toHaveValue(/未成年人模式/)
  await lead.context().setOffline(false)
  await lead.getByRole('button', { name: '保存并回到任务' }).click()
  await lead.waitForURL(/\/tasks$/)

  // Only what was asked for is open.
  await lead.goto(`/portal/filings/${filing.id}/name`)
  await expect(lead).toHaveURL(/\/check#name$/)

  const representative = await pageOf(browser, 'sao.yan')
  await representative.goto(`/portal/filings/${filing.id}/check`)
  await expect(representative.getByText('未成年人模式下同样可见', { exact: false }).first()).toBeVisible()
  await sign(representative, '签署并重新提交', representative.getByRole('heading', { name: /收件回执/ }))
  expect((await see(lead.request, 'filings', filing.id)).status).toBe('submitted')
})

test('a company applies for a deployment by the form, and its representative signs it', async ({ browser }) => {
  const lead = await pageOf(browser, 'mo.ran')
  await lead.goto('/portal/deployments')
  await lead.getByRole('link', { name: '申请部署' }).first().click()
  await lead
    .getByRole('link', { name: /^AGF-110000-26/ })
    .first()
    .click()
  await expect(lead.getByText('“医疗健康”已开放，第 1 版')).toBeVisible()

  // Sent empty: every missing field is named by its label, at the top and at its place.
  await (await live(lead.getByRole('button', { name: '申请部署' }))).click()
  const errors = lead.getByRole('main').getByRole('alert')
  await expect(errors).toContainText('部署方案 › 部署位置：请填写')
  await expect(errors).not.toContainText(/plan|users|startOn/)
  await lead.getByLabel('部署位置').fill('北京市两家社区医院门诊')
  await lead.getByRole('group', { name: '部署地区' }).getByLabel('北京').check()
  await lead.getByLabel('用户数').fill('450')
  await lead.getByLabel('计划启用日期').fill(dayFromNow(40))
  await lead.getByLabel('人工接管安排').fill('值班护士两分钟内接管。')
  await lead.getByRole('button', { name: '申请部署' }).click()
  await lead.waitForURL(/\/portal\/deployments\/[0-9a-f-]{36}$/)
  await expect(lead.getByText('写完后由法定代表人签署提交。')).toBeVisible()
  await expect(lead.getByRole('definition').filter({ hasText: '北京市两家社区医院门诊' })).toBeVisible()

  const representative = await pageOf(browser, 'yue.chuan')
  await representative.goto(lead.url())
  await (await live(representative.getByRole('button', { name: '签署并提交' }))).click()
  await sign(representative, '签署并提交', representative.getByText(/AGDR-110000-\d{7}/))
  await expect(representative.getByText('五个工作日内告知是否受理', { exact: false })).toBeVisible()
})

test('a company answers for all its deployments in a recall at once, and hands in the stage report and the final report', async ({
  browser,
}) => {
  const lead = await pageOf(browser, 'ning.ke')
  const [recall] = await one(lead, 'recalls', 'status=in_progress')
  await lead.goto(`/portal/recalls/${recall.id}`)
  const list = lead.getByRole('region', { name: '受影响的部署', exact: true })
  await expect(list.getByRole('row')).toHaveCount(4)

  // Nothing chosen, nothing said: the reasons have the focus.
  await (await live(lead.getByRole('button', { name: '确认所选 0 个' }))).click()
  const faults = lead.getByRole('alert').filter({ hasText: '请先更正以下各处' })
  await expect(faults).toBeFocused()
  await expect(faults.getByRole('link')).toHaveText(['请先选择部署', '所选部署的现状：请填写'])
  await lead.getByRole('checkbox', { name: '全选' }).check()
  await lead.getByLabel('所选部署的现状').selectOption({ label: '已更换版本' })
  await lead.getByRole('button', { name: '确认所选 3 个' }).click()
  await expect(lead.getByText('已确认 3 个')).toBeVisible()
  await expect(list.getByRole('cell', { name: /^已更换版本/ })).toHaveCount(3)

  // The stage report: five numbers that must make up the affected.
  const stage = lead.getByRole('group').filter({ has: lead.getByRole('heading', { name: '阶段报告' }) })
  await stage.getByLabel('已消除').fill('1')
  await stage.getByRole('button', { name: '阶段报告' }).click()
  await expect(faults).toBeFocused()
  await expect(faults).toContainText('相差 2，须相等才能提交。')
  await stage.getByLabel('已通知未消除').fill('2')
  await stage.getByLabel('进展').fill('一处已更换，两处已停用待更换。')
  await stage.getByLabel('下一步').fill('本周内更换其余两处。')
  await stage.getByRole('button', { name: '阶段报告' }).click()
  await expect(lead.getByRole('table', { name: '已提交的阶段报告' }).getByRole('row')).toHaveCount(3)

  // The final report waits until nothing is open, and carries the evidence by its hash.
  await lead.getByRole('heading', { name: '总结报告' }).click()
  const final = lead.getByRole('group').filter({ has: lead.getByRole('heading', { name: '总结报告' }) })
  await final.getByLabel('已消除').fill('2')
  await final.getByLabel('已通知未消除').fill('1')
  await final.getByLabel('摘要').fill('三处部署均已更换为 2.4.0 版，误付款项全部退回。')
  await final.getByLabel('完成证据').setInputFiles({ name: 'evidence.zip', mimeType: 'application/zip', buffer: Buffer.from('evidence') })
  await final.getByRole('button', { name: '总结报告' }).click()
  await expect(faults).toContainText('还有 1 个没有处理完')
  await final.getByLabel('已消除').fill('3')
  await final.getByLabel('已通知未消除').fill('0')
  await final.getByRole('button', { name: '总结报告' }).click()
  await expect(lead.getByText('已提交总结报告，等待评估。')).toBeVisible()
})

test('a company files from its agent card to the signature with the keyboard alone', async ({ browser }) => {
  const lead = await pageOf(browser, 'mo.ran')
  const keys = lead.keyboard
  /** Tab until this has the focus; what cannot be reached is a failure. */
  const reach = async (page: Page, target: Locator) => {
    for (let step = 0; step < 120; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`not reached by the keyboard: ${target}`)
  }
  await lead.goto('/portal/filings/new')
  await live(lead.getByLabel('中文名称'))
  await lead.keyboard.press('Tab')
  await expect(lead.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await reach(lead, lead.getByLabel('中文名称'))
  await keys.insertText('键盘备案助手')
  await reach(lead, lead.getByLabel('行业', { exact: true }))
  while ((await lead.getByLabel('行业', { exact: true }).inputValue()) !== 'health') await keys.press('ArrowDown')
  await reach(lead, lead.getByLabel('医疗健康'))
  await keys.press('Space')
  await reach(lead, lead.getByRole('textbox', { name: /粘贴/ }))
  await keys.insertText(readFileSync('e2e/fixtures/agent-card.json', 'utf8'))
  await reach(lead, lead.getByRole('button', { name: '开始填写' }))
  await keys.press('Enter')
  await lead.waitForURL(/\/portal\/filings\/[0-9a-f-]{36}$/)
  const id = lead.url().split('/').at(-1) ?? ''

  // The long answers come by the API; what the card claimed is confirmed on the page, by keyboard.
  const { state } = await see(lead.request, 'filings', id)
  const use = { registeredUsers: 90, monthlyUsers: 70, careOfPersons: false, systemPermission: false, machineAction: false }
  const more = { pesticide: false, opinionCapacity: false, decidesOnPersons: false, serviceStartedOn: null }
  const { authorityMatrix, guardrails, tools, models, capability } = specimen
  const own = { version: '1.0.0', purpose: '整理记录。', authorityMatrix, guardrails, tools, models, capability, minorsPossible: false }
  const content = { ...specimen, ...state.content, ...own, identityCode: null, buildHash: null }
  await tell(lead.request, 'filings', id, 'describe', { content, use: { ...use, ...more } })
  for (const { provider } of state.identities as { provider: string }[])
    await tell(lead.request, 'filings', id, 'answerIdentity', { provider, relation: 'integrates_product', explanation: '我司使用其产品。' })
  const paths = (await see(lead.request, 'filings', id)).state.claims.filter((claim: any) => claim.confirmedBy === null)
  const skills = paths.filter((claim: any) => claim.path.startsWith('/skills'))
  await tell(lead.request, 'filings', id, 'confirm', {
    paths: paths.filter((claim: any) => !skills.includes(claim)).map((c: any) => c.path),
  })
  await lead.goto(`/portal/filings/${id}/skills`)
  if (skills.length > 0) {
    await reach(lead, await live(lead.getByRole('button', { name: /^确认本页全部/ })))
    await keys.press('Enter')
    await expect(lead.getByRole('button', { name: /^确认本页全部/ })).toHaveCount(0)
  }

  const representative = await pageOf(browser, 'yue.chuan')
  await representative.goto(`/portal/filings/${id}/check`)
  await reach(representative, await live(representative.getByRole('button', { name: '签署并提交' })))
  await representative.keyboard.press('Enter')
  await representative.waitForURL(/receipt/)
  await expect(representative.getByText(/AGFR-110000-\d{7}/).first()).toBeVisible()
})
