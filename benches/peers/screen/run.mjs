// What the Node peers share: reading the two files, repeating rounds as ours does, printing the run as JSON.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , folder, count] = process.argv
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

export const rules = read('rules.json')
export const people = read('people.json').slice(0, Number(count))

const PATIENCE = 3

/** Seconds of each round: for about three seconds, at least three rounds after one to warm up. */
export async function rounds(round) {
  await round()
  const begun = performance.now()
  const times = []
  while (times.length < 3 || performance.now() - begun < PATIENCE * 1000) {
    const start = performance.now()
    await round()
    times.push((performance.now() - start) / 1000)
  }
  return times
}

/** Prints the run. */
export const report = (name, scores, times) => console.log(JSON.stringify({ name, scores, rounds: times }))
