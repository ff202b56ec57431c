// The lists of generative AI services: filings of models, and registrations of applications that call a filed model.
import { type Cells, dateIn, fieldIn, lineOf, type Parsed, provinceNamed, type Source } from './row.ts'

/** Region-PinyinName-YYYYMMDD with a serial; a registration has S before it. Regions are spelt in several ways, so the printed province counts. */
const isRegistration = (filingNo: string): boolean => /-\d{8}S\d+$/.test(filingNo)
const isNumber = (filingNo: string): boolean => /^[A-Za-z]+-.+-\d{8}(S?\d*)$/.test(filingNo)

const read = (source: 'genai_filing' | 'genai_registration', cells: Cells): Parsed => {
  const filingNo = lineOf(cells, 'filing_no')
  if (filingNo === '') return { refused: 'numberMissing' }
  const region = provinceNamed(lineOf(cells, 'region'))
  const printed = lineOf(cells, 'filing_date')
  const filedOn = dateIn(printed)
  return {
    body: {
      source,
      row: `${lineOf(cells, 'region')}/${filingNo}`,
      filingNo,
      title: { zh: lineOf(cells, 'model_name'), en: '' },
      organisationName: lineOf(cells, 'entity'),
      status: 'filed',
      region,
      ...fieldIn(lineOf(cells, 'model_name')),
      filedOn,
      // A central enterprise is listed under the commission that owns it, which is no province.
      remark: region === null ? lineOf(cells, 'region') : '',
    },
    flags: [
      ...(isNumber(filingNo) ? [] : ['numberShapeOdd']),
      ...(region === null ? ['regionUnknown'] : []),
      ...(filedOn === null ? ['dateUnreadable'] : []),
    ],
  }
}

const columns = ['seq', 'region', 'model_name', 'entity', 'filing_no', 'filing_date'] as const
export const genaiFilings: Source = { name: 'genai_filing', columns, read: (cells) => read('genai_filing', cells) }
export const genaiRegistrations: Source = { name: 'genai_registration', columns, read: (cells) => read('genai_registration', cells) }
/** The two lists have the same columns: the number of the first row tells them apart. */
export const genaiBy = (first: Cells): Source => (isRegistration(lineOf(first, 'filing_no')) ? genaiRegistrations : genaiFilings)
