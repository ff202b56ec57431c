// Rows as text: what comes from people can never become markup.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueHtml, html, markHtml, numberHtml, tierHtml } from './markup.tsx'

test('text in a row is escaped, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const body = html`<b title="${text}">${text}</b>`.html
      const inner = body.slice('<b title="'.length, -'</b>'.length)
      expect(inner.replace(/">/, '')).not.toMatch(/[<>"']/)
    }),
  )
  expect(html`<i>${'<script>alert("1")</script>'}</i>`.html).toBe('<i>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</i>')
})

test('markup within markup is not escaped twice, nothing is nothing', () => {
  expect(html`<p>${html`<b>${'&'}</b>`}${null}${false}${undefined}${[html`<i>1</i>`, html`<i>2</i>`]}${3}</p>`.html).toBe(
    '<p><b>&amp;</b><i>1</i><i>2</i>3</p>',
  )
})

test('a number shows its serial in full ink and its prefix in hint ink', () => {
  expect(numberHtml('AGF-110000-26-2026-000417C', '/x').html).toBe('<a class="no" href="/x">AGF-110000-26-2026-<b>000417C</b></a>')
  expect(numberHtml('AGR-2026-0042-I', '/x').html).toBe('<a class="no" href="/x">AGR-2026-<b>0042-I</b></a>')
})

test('a mark never comes without its word, a stopped clock never with a date', () => {
  expect(markHtml('review', 'In review').html).toContain('</i>In review</span>')
  expect(tierHtml(4, 'approval').html).toContain('<b>IV</b><span class="vh">approval</span>')
  expect(dueHtml({ day: null, meaning: 'stopped' }).html).toBe('<span class="t3">stopped</span>')
})
