// A bot under test in a process of its own: asks it with a line on its standard input, reads what it tells.

import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { until, within } from './report.mjs'

export class BotClient {
  #child
  #events = []
  #asked = new Map()
  #number = 0
  #ended

  constructor (command, environment, log) {
    const [program, ...args] = command
    this.#child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] })
    const file = createWriteStream(log)
    this.#child.stderr.pipe(file)
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (fault) => resolve(fault.message))
      this.#child.once('exit', (code, signal) => resolve(signal ?? code))
    })
    this.#child.stdin.on('error', () => {}) // it has ended; the next question says so
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      file.write(`${line}\n`)
      if (!line.startsWith('{')) return
      const told = JSON.parse(line)
      if (told.event === 'done') this.#asked.get(told.id)?.(told)
      else this.#events.push(told)
    })
    process.on('exit', () => this.#child.kill('SIGKILL'))
  }

  /** Everything told so far that is of the kind and fits. */
  told (kind, fits = () => true) {
    return this.#events.filter((event) => event.event === kind && fits(event))
  }

  /** Waits for the first such event. */
  async hears (kind, fits, limit) {
    return until(`it did not tell of "${kind}"`, () => {
      if (this.#child.exitCode !== null) throw new Error(`the client ended with ${this.#child.exitCode}`)
      return this.told(kind, fits)[0]
    }, limit)
  }

  /** Has it do something; fails with what its library threw. */
  async asks (verb, given = {}, limit = 10_000) {
    const id = ++this.#number
    const done = new Promise((resolve) => this.#asked.set(id, resolve))
    this.#child.stdin.write(`${JSON.stringify({ id, verb, ...given })}\n`)
    const answer = await within(limit, Promise.race([done, this.#ended.then((code) => ({ fault: `the client ended with ${code}` }))]))
    if (answer.fault) throw new Error(answer.fault)
    return answer
  }

  /** Its exit code, once it has ended. */
  async ended (limit) {
    return within(limit, this.#ended)
  }

  /** Has it close its session; gives the exit code. */
  async stop () {
    this.#child.stdin.write(`${JSON.stringify({ id: ++this.#number, verb: 'close' })}\n`)
    return within(10_000, this.#ended)
  }
}
