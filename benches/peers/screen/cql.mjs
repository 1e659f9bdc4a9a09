// The rules as CQL, translated to ELM by @cqframework/cql and run by cql-execution. Verdict only, no reasons.
//
// All people are decided in one execution, as a list: cheaper for it than one execution per person. Mind that a
// query drops duplicates unless it says `return all`, so without that two people with one verdict would be one.

import { SystemModelInfoProvider } from '@cqframework/cql/cql'
import { CqlTranslator, LibraryManager, ModelManager } from '@cqframework/cql/cql-to-elm'
import cql from 'cql-execution'
import { people, report, rounds, rules } from './run.mjs'

const own = (key) => `P.${key}`

function fires(row) {
  const answer = row.range
    ? `${own(row.key)} >= ${row.range[0]} and ${own(row.key)} < ${row.range[1]}`
    : row.answers.map((word) => `${own(row.key)} = '${word}'`).join(' or ')
  return row.until ? `(${answer}) and ${own(row.until)} > ${rules.today}` : answer
}

/** From the worst score down, as in jsonlogic.mjs. */
function expression(setting) {
  const rows = rules.rows.map((row) => ({ ...row, score: row[setting], waits: row[`${setting}_waits`] }))
  const wait = (row) => `if ${fires(row)} then ${row.score} + ${own(row.until)} else 0`
  const latest = `Max({ ${rows.filter((row) => row.waits).map(wait).join(',\n ')} })`
  const scores = [...new Set(rows.filter((row) => row.score > 0).map((row) => row.score))].sort((a, b) => b - a)
  const branches = scores.map((score) => {
    const same = rows.filter((row) => row.score === score)
    const any = same.map((row) => `(${fires(row)})`).join('\n or ')
    return `if ${any}\n then ${same[0].waits ? latest : score}`
  })
  return `${branches.join('\n else ')}\n else 0`
}

// Only what a rule reads: the fewer the elements, the cheaper is its check of the parameter.
const keys = [...new Set(['setting', ...rules.rows.flatMap((row) => [row.key, row.until ?? row.key])])]
const type = (key) => (typeof people[0][key] === 'number' ? 'Integer' : 'String')
const library = `library Screen version '1'
parameter People List<Tuple { ${keys.map((key) => `${key} ${type(key)}`).join(', ')} }>
context Unfiltered
define Scores: People P return all
 if P.setting = 'home' then (${expression('home')})
 else (${expression('clinic')})
`

function translate(text) {
  const models = new ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider())
  const elm = JSON.parse(CqlTranslator.fromText(text, new LibraryManager(models)).toJson())
  const errors = (elm.library.annotation ?? []).filter((note) => note.errorSeverity === 'error')
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'))
  return elm
}

// The translator writes notes of its own to the standard output, which is for the run alone.
const log = console.log
console.log = () => {}
const screen = new cql.Library(translate(library))
console.log = log

const slim = people.map((person) => Object.fromEntries(keys.map((key) => [key, person[key]])))
async function decide() {
  const executor = new cql.Executor(screen, new cql.CodeService({}), { People: slim })
  const results = await executor.exec(new cql.PatientSource([]))
  return results.unfilteredResults.Scores
}

const scores = await decide()
const times = await rounds(decide)
report('cql-execution 3.3.2', scores, times)
