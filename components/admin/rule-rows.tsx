'use client'
// A set of rules item by item: choose one, change its content, add one like it, remove it or put it back.
import { useState } from 'react'
import { Select, Textarea } from '#components/ui/field'
import { isSame } from '#domain/catalogue/item-difference'
import type { Content, EditorWords } from './rule-editor.tsx'

type Props = {
  content: Content
  before: Content
  words: EditorWords
  keyOf: (value: unknown, index: number) => string
  onChange: (content: Content) => void
}

const listsOf = (content: Content) => Object.entries(content).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))

const nameOf = (item: unknown): string => {
  const { zh, name } = (typeof item === 'object' && item !== null ? item : {}) as { zh?: unknown; name?: { zh?: unknown } }
  return typeof zh === 'string' ? zh : typeof name?.zh === 'string' ? name.zh : ''
}

export function RuleRows({ content, before, words, keyOf, onChange }: Props) {
  const lists = listsOf(content)
  const [place, setPlace] = useState(() => (lists[0] ? `${lists[0][0]}/0` : ''))
  const [part = '', at = '0'] = place.split('/')
  const list = lists.find(([name]) => name === part)?.[1] ?? []
  const index = Number(at)
  const item = list[index]
  const [text, setText] = useState(() => JSON.stringify(item, null, 2) ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const choose = (next: string, of: Content = content) => {
    const [name = '', position = '0'] = next.split('/')
    const found = (listsOf(of).find(([one]) => one === name)?.[1] ?? [])[Number(position)]
    setPlace(next)
    setText(JSON.stringify(found, null, 2) ?? '')
    setFault(null)
  }
  const put = (next: readonly unknown[], position: number) => {
    const changed = { ...content, [part]: next }
    onChange(changed)
    choose(`${part}/${Math.max(0, Math.min(position, next.length - 1))}`, changed)
  }
  const apply = () => {
    try {
      const value: unknown = JSON.parse(text)
      setFault(null)
      put(
        list.map((one, position) => (position === index ? value : one)),
        index,
      )
    } catch (error) {
      setFault(words.notJson.replace('{problem}', error instanceof Error ? error.message : ''))
    }
  }
  const wasOf = (name: string, one: unknown, position: number) =>
    (listsOf(before).find(([other]) => other === name)?.[1] ?? []).find((other, spot) => keyOf(other, spot) === keyOf(one, position))
  const mark = (name: string, one: unknown, position: number) => {
    const was = wasOf(name, one, position)
    return was === undefined ? ` · ${words.addedMark}` : isSame(was, one) ? '' : ` · ${words.changedMark}`
  }
  const was = item === undefined ? undefined : wasOf(part, item, index)
  return (
    <div className="pt-3">
      <Select
        id="rule-pick"
        label={words.pick}
        hint={words.pickHint}
        value={place}
        choices={lists.flatMap(([name, all]) =>
          all.map((one, position) => ({
            value: `${name}/${position}`,
            text: `${lists.length > 1 ? `${name} · ` : ''}${keyOf(one, position)} ${nameOf(one)}${mark(name, one, position)}`,
          })),
        )}
        onChange={(event) => choose(event.target.value)}
      />
      <Textarea
        id="rule-item"
        className="mono"
        label={words.itemJson}
        rows={14}
        spellCheck={false}
        error={fault ?? undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row flex-wrap">
        <button type="button" className="btn sm go" onClick={apply}>
          {words.apply}
        </button>
        <button
          type="button"
          className="btn sm"
          title={words.addHint}
          onClick={() => put([...list.slice(0, index + 1), structuredClone(item ?? {}), ...list.slice(index + 1)], index + 1)}
        >
          {words.add}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={list.length <= 1}
          onClick={() =>
            put(
              list.filter((_, position) => position !== index),
              index,
            )
          }
        >
          {words.remove}
        </button>
        {was !== undefined && !isSame(was, item) ? (
          <button
            type="button"
            className="btn sm"
            onClick={() =>
              put(
                list.map((one, position) => (position === index ? was : one)),
                index,
              )
            }
          >
            {words.restore}
          </button>
        ) : null}
      </div>
    </div>
  )
}
