// The people of the journeys: how they sign in, and how they give a command as the page does.
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

export const password = process.env.DEMO_PASSWORD ?? 'journeys-2026'

/** Signs in through next-auth as the form does; only the sign-in journey uses the form itself. */
export const signIn = async (context: BrowserContext, login: string): Promise<void> => {
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  const answer = await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, login, password, totp: '', json: 'true' },
  })
  expect(answer.ok(), `${login} signs in`).toBe(true)
}

/** A page of this person, in a context of their own. */
export const pageOf = async (browser: Browser, login: string): Promise<Page> => {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } })
  await signIn(context, login)
  return context.newPage()
}

type Case = { id: string; version: number; status: string; state: any; number: string | null; moves: string[] }
/** A case as this person may see it. */
export const see = async (request: APIRequestContext, plural: string, id: string): Promise<Case> => {
  const answer = await request.get(`/api/v1/${plural}/${id}`)
  expect(answer.ok(), `${plural}/${id} is seen`).toBe(true)
  return answer.json()
}

/** A command by the API that the pages use, for steps whose screen another journey looks at. */
export const tell = async (
  request: APIRequestContext,
  plural: string,
  id: string | null,
  command: string,
  data: unknown,
): Promise<{ id: string; version: number; status: string }> => {
  const seen = id === null ? null : (await see(request, plural, id)).version
  const answer = await request.post(id === null ? `/api/v1/${plural}` : `/api/v1/${plural}/${id}/${command}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), ...(seen === null ? {} : { 'if-match': `"${seen}"` }) },
  })
  expect(answer.ok(), `${plural}.${command}: ${answer.status()} ${answer.ok() ? '' : await answer.text()}`).toBe(true)
  return answer.json()
}

/** Fills the open dialog of a command by the places of its fields and sends it. `code` is asked for when the decision needs the second factor again. */
export const act = async (page: Page, command: string, fields: Record<string, string | boolean> = {}): Promise<void> => {
  const button = page.locator(`[data-command="${command}"]`).first()
  if (!(await button.isVisible())) await page.locator('details.menu:has([data-command]) > summary').first().click()
  await button.click()
  const form = page.locator('dialog[open] form')
  await expect(form).toBeVisible()
  for (const [place, value] of Object.entries(fields)) {
    const field = form.locator(`[id="f-${place}"]`)
    if (typeof value === 'boolean') await field.setChecked(value)
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  await form.locator('button[type=submit]').click()
  const code = form.locator('#step-up-code')
  await Promise.race([
    form.waitFor({ state: 'detached' }),
    code.waitFor({ state: 'visible' }),
    form.locator('.errors').waitFor({ state: 'visible' }),
  ]).catch(() => {})
  if (await code.isVisible().catch(() => false)) {
    await code.fill(password)
    await form.locator('button[type=submit]').click()
  }
  await expect(page.locator('dialog[open] .errors')).toHaveCount(0)
  await expect(page.locator('dialog[open]')).toHaveCount(0)
}

/** Waits until this part of the page answers to the hand: what is pressed before that does nothing. */
export const live = async (part: Locator): Promise<Locator> => {
  await expect
    .poll(() => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))), {
      intervals: [50, 100, 250],
    })
    .toBe(true)
  return part
}
