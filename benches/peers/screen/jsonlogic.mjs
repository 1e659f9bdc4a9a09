// The rules as JSONLogic, compiled by json-logic-engine. It gives the verdict only, no reasons.
//
// Written the way that is fastest for it: one logic per setting, worst verdicts first, so that most people need
// only a part of the conditions. The waits come in the middle, where the latest of them counts.

import { LogicEngine } from 'json-logic-engine'
import { people, report, rounds, rules } from './run.mjs'

const own = (key) => ({ var: key })

function fires(row) {
  const answer = row.range
    ? { and: [{ '>=': [own(row.key), row.range[0]] }, { '<': [own(row.key), row.range[1]] }] }
    : isOneOf(row.key, row.answers)
  return row.until ? { and: [answer, { '>': [own(row.until), rules.today] }] } : answer
}

const isOneOf = (key, words) =>
  words.length === 1 ? { '===': [own(key), words[0]] } : { in: [own(key), words] }
const anyOf = (conditions) => (conditions.length === 1 ? conditions[0] : { or: conditions })

/** From the worst score down: `if` any rule of this score fires, `else` the next. */
function logic(setting) {
  const rows = rules.rows.map((row) => ({ ...row, score: row[setting], waits: row[`${setting}_waits`] }))
  const waits = rows.filter((row) => row.waits)
  const latest = { max: [0, ...waits.map((row) => ({ if: [fires(row), { '+': [row.score, own(row.until)] }, 0] }))] }
  const scores = [...new Set(rows.filter((row) => row.score > 0).map((row) => row.score))].sort((a, b) => b - a)
  const branches = scores.flatMap((score) => {
    const [first] = rows.filter((row) => row.score === score)
    const conditions = rows.filter((row) => row.score === score).map(fires)
    return [anyOf(conditions), first.waits ? latest : score]
  })
  return { if: [...branches, 0] }
}

const engine = new LogicEngine()
const compiled = { home: engine.build(logic('home')), clinic: engine.build(logic('clinic')) }
const decide = (person) => compiled[person.setting](person)

const scores = people.map(decide)
let sum = 0 // used afterwards, so that no decision can be left out
const times = await rounds(() => {
  for (const person of people) sum += decide(person)
})
if (!Number.isFinite(sum)) throw new Error('a decision is not a number')
report('json-logic-engine 5.0.7', scores, times)
