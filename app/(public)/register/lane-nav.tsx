// The way between the pages of the lower-risk lane in the public register.
import { Tabs } from '#components/ui/tabs'
import type { WordBook } from '#server/word-book'

const places = [
  ['/register', 'register'],
  ['/register/self-tests', 'title'],
  ['/register/spot-checks', 'spotChecks'],
  ['/register/credit-records', 'credit'],
] as const

export function LaneNav({ book, current }: { book: WordBook; current: (typeof places)[number][0] }) {
  return (
    <Tabs
      label={book.say('lowLane.title')}
      tabs={places.map(([href, word]) => ({ href, text: book.say(`lowLane.public.${word}`), current: href === current }))}
    />
  )
}
