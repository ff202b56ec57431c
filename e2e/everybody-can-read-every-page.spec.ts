// Every page, in both languages and both themes: axe finds nothing serious, nothing leaves the origin, no page scrolls sideways at 320 px; and the eight screens are photographed.
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { signIn } from './people.ts'

type Looked = { login: string | null; paths: (context: BrowserContext) => Promise<{ path: string; shot?: string }[]> }
const first = async (context: BrowserContext, query: string) => {
  const { items } = await (await context.request.get(`/api/v1/${query}`)).json()
  return items[0] as { id: string; number: string } | undefined
}
const sides: Record<string, Looked> = {
  public: {
    login: null,
    paths: async (context) => {
      const agent = await first(context, `filings?scope=public&status=filed&q=${encodeURIComponent('晴诊导诊')}`)
      const recall = await first(context, 'recalls?scope=public&status=in_progress,completed')
      return [
        { path: '/' },
        { path: '/register', shot: 'public-search' },
        { path: '/register?q=nothing-like-it' },
        { path: `/register/agents/${agent?.number}`, shot: 'public-agent' },
        { path: '/register/self-tests' },
        { path: '/register/spot-checks' },
        { path: '/register/credit-records' },
        { path: '/recalls' },
        { path: `/recalls/${recall?.number}`, shot: 'public-recall' },
        { path: '/scenarios' },
        { path: '/precheck' },
        { path: '/verify' },
        { path: `/verify/${agent?.number}` },
        { path: '/developers' },
        { path: '/help' },
        { path: '/accessibility' },
        { path: '/sign-in' },
      ]
    },
  },
  officer: {
    login: 'li.wen',
    paths: async (context) => {
      const filing = await first(context, 'filings?status=sector_concurrence')
      const changing = await first(context, 'filings?status=change_pending')
      const resubmitted = await first(context, 'filings?status=submitted&sector=education')
      const deployment = await first(context, 'deployments?status=assessing')
      const obligation = await first(context, 'obligations?status=report_submitted')
      const recall = await first(context, 'recalls?status=in_progress,completed')
      return [
        { path: '/console', shot: 'console-home' },
        { path: '/console/queue?view=all', shot: 'work-queue' },
        { path: `/console/filings/${filing?.id}`, shot: 'filing-overview' },
        { path: `/console/filings/${resubmitted?.id ?? filing?.id}?tab=changes`, shot: 'filing-review' },
        { path: `/console/filings/${changing?.id}?tab=changes` },
        ...['application', 'tests', 'reviewers', 'letters', 'timeline'].map((tab) => ({
          path: `/console/filings/${filing?.id}?tab=${tab}`,
        })),
        { path: `/console/deployments/${deployment?.id}` },
        { path: '/console/scenarios', shot: 'scenario-matrix' },
        { path: '/console/scenarios?sector=finance&scenario=21' },
        { path: '/console/obligations' },
        { path: '/console/obligations?view=board' },
        { path: '/console/obligations?view=calendar' },
        { path: '/console/labs' },
        { path: `/console/obligations/${obligation?.id}` },
        { path: '/console/reconsiderations?isOpen=all' },
        { path: '/console/self-tests' },
        { path: '/console/samplings' },
        { path: '/console/information-reports' },
        { path: '/console/credit-records' },
        { path: '/console/recalls' },
        { path: `/console/recalls/${recall?.id}`, shot: 'recall' },
        ...['affected', 'responses', 'reports', 'publication', 'history'].map((tab) => ({
          path: `/console/recalls/${recall?.id}?tab=${tab}`,
        })),
        { path: '/console/reports', shot: 'reports' },
        { path: `/console/search?q=${encodeURIComponent('晴诊')}` },
      ]
    },
  },
  company: {
    login: 'mo.ran',
    paths: async (context) => {
      const draft = await first(context, 'filings?status=draft')
      const letter = await first(context, 'letters')
      const filed = await first(context, 'filings?status=filed')
      return [
        { path: '/portal' },
        { path: `/portal/filings/${filed?.id}/change` },
        { path: `/portal/filings/${filed?.id}/change/authority` },
        { path: '/portal/filings' },
        { path: '/portal/filings/new' },
        { path: '/portal/filings/sheet' },
        { path: `/portal/filings/${draft?.id}`, shot: 'wizard' },
        { path: `/portal/filings/${draft?.id}/authority`, shot: 'authority-matrix' },
        { path: `/portal/filings/${draft?.id}/check` },
        { path: '/portal/agents' },
        { path: '/portal/deployments' },
        { path: '/portal/obligations' },
        { path: '/portal/reconsiderations' },
        { path: '/portal/recalls' },
        { path: '/portal/self-tests' },
        { path: '/portal/information-reports' },
        { path: '/portal/credit-records' },
        { path: '/portal/letters' },
        { path: `/portal/letters/${letter?.id}` },
        { path: '/portal/company' },
      ]
    },
  },
  laboratory: {
    login: 'heng.yi',
    paths: async (context) => {
      const order = await first(context, 'obligations')
      return [{ path: '/lab' }, { path: `/lab/orders/${order?.id}` }, { path: '/lab/scope' }]
    },
  },
  platform: {
    login: 'wan.xiang',
    paths: async () => [{ path: '/platform' }, { path: '/platform/information-reports' }],
  },
  administrator: {
    login: 'admin.system',
    paths: async () => [
      { path: '/admin' },
      { path: '/admin/people' },
      { path: '/admin/rules' },
      { path: '/admin/who-may' },
      { path: '/admin/audit' },
      { path: '/admin/offices' },
      { path: '/admin/calendars' },
      { path: '/admin/limits' },
      { path: '/admin/jobs' },
      { path: '/admin/rules/test-items' },
    ],
  },
}

const sound = async (page: Page, path: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const serious = violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map(
      (one) =>
        `${path}: ${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(', ')}`,
    )
  return serious
}

for (const [side, { login, paths }] of Object.entries(sides)) {
  test(`${side}: every page is readable by everybody, in two languages and two themes`, async ({ browser, baseURL }) => {
    test.setTimeout(900_000)
    const found: string[] = []
    const strangers: string[] = []
    // Chinese in light and English in dark see every word and every colour once; SCREENS=1 photographs all four for the README.
    for (const lang of ['zh', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const isChecked = (lang === 'zh') === (theme === 'light')
        if (!isChecked && !process.env.SCREENS) continue
        const context = await browser.newContext({
          locale: lang === 'en' ? 'en' : 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          viewport: { width: 1440, height: 900 },
        })
        await context.addCookies([
          { name: 'lang', value: lang, url: baseURL! },
          { name: 'theme', value: theme, url: baseURL! },
        ])
        context.on('request', (request) => {
          if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
            strangers.push(request.url())
        })
        if (login) await signIn(context, login)
        const page = await context.newPage()
        for (const { path, shot } of await paths(context)) {
          if (!isChecked && !shot) continue
          const answer = await page.goto(path)
          if (!answer || answer.status() >= 400) {
            found.push(`${path}: answered ${answer?.status()}`)
            continue
          }
          await expect(page.locator('h1').first()).toBeVisible()
          if (isChecked) found.push(...(await sound(page, `${lang} ${theme} ${path}`)))
          if (shot) await page.screenshot({ path: `test-results/screens/${shot}-${lang}-${theme}.png` })
          if (lang === 'en' && theme === 'dark') {
            await page.setViewportSize({ width: 320, height: 720 })
            const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
            // Charts measure themselves anew after the window changed.
            let wide = await over()
            for (let tries = 0; tries < 30 && wide > 1; tries += 1) {
              await page.waitForTimeout(100)
              wide = await over()
            }
            if (wide > 1) found.push(`${path}: ${wide} px too wide at 320`)
            await page.setViewportSize({ width: 1440, height: 900 })
          }
        }
        await context.close()
      }
    }
    for (const one of found) console.log(one)
    expect(strangers).toEqual([])
    expect(found).toEqual([])
  })
}
