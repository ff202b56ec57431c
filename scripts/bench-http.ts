// The lines of the scorecard that need the built server: processor time a request, first-load script, requests of a view, time until ready.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Line, median } from './bench-card.ts'
import { calm, type Server, serveBare, serveOurs, signedIn } from './bench-server.ts'

const perRound = 120
const atOnce = 10

/** Processor ms of the server for each request, ten at a time. */
const cpuPerRequest = async (server: Server, address: string, cookie: string): Promise<number> => {
  const ask = async () => {
    const answer = await fetch(server.origin + address, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  }
  const run = (count: number) =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let n = 0; n < count / atOnce; n += 1) await ask()
      }),
    )
  await run(40)
  const began = server.cpuMs()
  await run(perRound)
  return (server.cpuMs() - began) / perRound
}

/** kB of script under gzip that the HTML of a page names. */
const scriptOf = async (server: Server, address: string, cookie: string): Promise<number> => {
  const html = await (await fetch(server.origin + address, { headers: { cookie } })).text()
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)].map(([, source = '']) => source))
  let bytes = 0
  for (const source of named)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(source, server.origin))).arrayBuffer()), { level: 9 }).length
  return bytes / 1000
}

/** How many requests one view makes in a browser, and the server's processor time of all of them beside the document alone. Null without a browser. */
const viewOf = async (server: Server, address: string, cookie: string): Promise<{ requests: number; ratio: number } | null> => {
  const { chromium } = await import('@playwright/test')
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file))
  const browser = await chromium.launch({ ...(system ? { executablePath: system } : {}), args: ['--no-sandbox'] }).catch(() => null)
  if (!browser) return null
  const document = await cpuPerRequest(server, address, cookie)
  const counts: number[] = []
  const began = server.cpuMs()
  const views = 10
  for (let n = 0; n < views; n += 1) {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie } })
    const page = await context.newPage()
    let requests = 0
    page.on('request', (request) => {
      if (request.url().startsWith('http')) requests += 1
    })
    await page.goto(server.origin + address, { waitUntil: 'networkidle' })
    counts.push(requests)
    await context.close()
  }
  const whole = (server.cpuMs() - began) / views
  await browser.close()
  return { requests: median(counts), ratio: whole / document }
}

/** Bytes on the disk below a path. */
const bytesIn = (...paths: string[]): number =>
  Number(
    spawnSync('du', ['-scb', ...paths.filter((one) => existsSync(one))], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .at(-1)
      ?.split('\t')[0],
  )

/** What a machine that serves needs of this checkout: the build, the programs and the packages that are not for development only. */
const deployedBytes = (): number => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: boolean }> }
  const served = Object.entries(packages).flatMap(([folder, { dev }]) => (folder !== '' && !dev ? [folder] : []))
  // A package within another is counted with it.
  const outermost = served.filter((folder) => !served.some((other) => folder.startsWith(`${other}/`)))
  return (
    bytesIn('.next/server', '.next/static', '.next/BUILD_ID', 'scripts', 'db', 'domain', 'server', 'messages', 'public') +
    bytesIn(...outermost)
  )
}
/** The smallest of the neighbours' installs, Express and its packages without client, PostgreSQL and Redis (docs/performance.md). */
const smallestNeighbour = 501e6

const cpuLines = async (ours: Server, bare: Server, queue: string, cookie: string, rounds: number): Promise<Line[]> => {
  const pages: number[] = []
  const lists: number[] = []
  const cpu = { page: [] as number[], list: [] as number[] }
  for (let n = 0; n < rounds; n += 1) {
    const page = await cpuPerRequest(ours, queue, cookie)
    pages.push(page / (await cpuPerRequest(bare, '/', '')))
    const list = await cpuPerRequest(ours, '/api/v1/filings?isOpen=true&sort=dueOn', cookie)
    lists.push(list / (await cpuPerRequest(bare, '/json', '')))
    cpu.page.push(page)
    cpu.list.push(list)
  }
  const note = (values: number[]) => `${median(values).toFixed(1)} ms`
  return [
    { no: 1, measure: 'queue page of 50, signed in ÷ bare dynamic page, CPU', ratio: median(pages), goal: 1.5, note: note(cpu.page) },
    { no: 2, measure: 'queue as JSON, signed in ÷ bare JSON handler, CPU', ratio: median(lists), goal: 1.5, note: note(cpu.list) },
  ]
}

const scriptLines = async (ours: Server, bare: Server, queue: string, cookie: string): Promise<Line[]> => {
  const found = (await (await fetch(`${ours.origin}/api/v1/filings?isOpen=true&limit=1`, { headers: { cookie } })).json()) as {
    items: { id: string }[]
  }
  const least = await scriptOf(bare, '/', '')
  const addresses: [string, string, string, number][] = [
    ['queue', queue, cookie, 1.1],
    ['case', `/console/filings/${found.items[0]?.id ?? ''}`, cookie, 1.1],
    ['dashboard', '/console', cookie, 1.15],
    ['public register', '/register', '', 1],
    ['sign-in', '/sign-in', '', 1],
  ]
  const lines: Line[] = []
  for (const [name, address, as, goal] of addresses) {
    const size = await scriptOf(ours, address, as)
    lines.push({
      no: 9,
      measure: `first-load script of the ${name} page ÷ bare page`,
      ratio: size / least,
      goal,
      note: `${size.toFixed(0)} and ${least.toFixed(0)} kB`,
    })
  }
  return lines
}

/** Lines 1, 2, 9, 10, 13 and 14 on this build; `folder` holds the larger data, `small` the smaller, `bare` the empty application. */
export const httpLines = async (folder: string, small: string, bareFolder: string, rounds: number): Promise<Line[]> => {
  const lines: Line[] = []
  const [ours, bare] = [await serveOurs(folder), await serveBare(bareFolder)]
  try {
    await calm(ours)
    const cookie = await signedIn(ours.origin, folder, 'li.wen')
    const queue = '/console/queue?tab=team'
    lines.push(...(await cpuLines(ours, bare, queue, cookie, rounds)))
    lines.push(...(await scriptLines(ours, bare, queue, cookie)))
    const view = await viewOf(ours, queue, cookie)
    if (view) {
      lines.push({ no: 10, measure: 'queue: CPU of a whole view ÷ of the document', ratio: view.ratio, goal: 1.3 })
      lines.push({ no: 10, measure: 'queue: requests of a first view, nothing kept', ratio: view.requests, goal: 10 })
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
  const times: { bare: number; small: number; large: number }[] = []
  for (let n = 0; n < rounds; n += 1) {
    const timed = async (start: () => Promise<Server>) => {
      const started = await start()
      await started.stop()
      return started.readyMs
    }
    times.push({
      bare: await timed(() => serveBare(bareFolder)),
      small: await timed(() => serveOurs(small)),
      large: await timed(() => serveOurs(folder)),
    })
  }
  lines.push({
    no: 13,
    measure: 'time until the first answer, larger data ÷ bare application',
    ratio: median(times.map((one) => one.large / one.bare)),
    goal: 1.2,
    note: `${median(times.map((one) => one.large)).toFixed(0)} ms`,
  })
  lines.push({
    no: 13,
    measure: 'time until the first answer, larger ÷ smaller data',
    ratio: median(times.map((one) => one.large / one.small)),
    goal: 1.2,
  })
  const deployed = deployedBytes()
  lines.push({
    no: 14,
    measure: 'what a serving machine needs ÷ smallest install of a neighbour',
    ratio: deployed / smallestNeighbour,
    goal: 0.1,
    note: `${(deployed / 1e6).toFixed(0)} MB`,
  })
  return lines
}
