// The verdict on one code, at an address that a QR code can hold.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { verifyCode } from '#server/verify'
import { wordBook } from '#server/word-book'
import { CodeForm } from '../code-form.tsx'
import { VerdictOn } from '../verdict-page.tsx'

type Props = { params: Promise<{ code: string }> }
const codeOf = async (params: Props['params']): Promise<string> => {
  const { code } = await params
  try {
    return decodeURIComponent(code).trim().slice(0, 200)
  } catch {
    return code
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [code, say] = await Promise.all([codeOf(params), getTranslations('registerPage.verify')])
  return { title: `${say('title')} ${code}`, robots: { index: false } }
}

export default async function VerdictPage({ params }: Props) {
  const code = await codeOf(params)
  const reader = publicReader()
  const [book, say, catalogue, verified] = await Promise.all([
    wordBook(),
    getTranslations('registerPage.verify'),
    reader.catalogue(),
    verifyCode(reader, code),
  ])
  return (
    <>
      <h1 className="title pt-5">
        {say('title')} <span className="no">{code}</span>
      </h1>
      <VerdictOn code={code} verified={verified} reader={reader} words={catalogueWords(catalogue, book)} book={book} />
      <section className="gaptop" aria-label={say('again')}>
        <h2>{say('again')}</h2>
        <CodeForm value="" />
        <p className="cap t2">{say('json')}</p>
      </section>
    </>
  )
}
