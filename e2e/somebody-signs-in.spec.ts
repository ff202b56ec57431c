// Signing in with the form, going where one belongs, and losing access with sign-out; wrong words are answered all alike.
import { expect, test } from '@playwright/test'
import { password } from './people.ts'

test('an officer signs in with the form and lands at home; a copied cookie is worthless after sign-out', async ({ page, context }) => {
  await page.goto('/console')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.locator('input[name=login]').fill('li.wen')
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/console/)
  const cookies = await context.cookies()
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  await context.request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  await context.addCookies(cookies)
  await page.goto('/console')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown account are answered alike', async ({ page }) => {
  const says = async (login: string) => {
    await page.goto('/sign-in')
    await page.locator('input[name=login]').fill(login)
    await page.locator('input[name=password]').fill('not the password')
    await page.locator('main form button[type=submit]').click()
    const alert = page.locator('[role=alert], .errors, .banner').first()
    await expect(alert).toBeVisible()
    return alert.innerText()
  }
  expect(await says('nobody.at.all')).toBe(await says('wang.jun'))
})
