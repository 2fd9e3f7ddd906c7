// Starts ModBot as a person would, keeps its output, and ends it.

import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { within } from './report.mjs'

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

export class ModBot {
  #child
  #ended
  #lines = []

  /** `command` is the program with its first arguments, e.g. ["dotnet", "run", "--project", "…", "--"]. */
  constructor (command, args, environment, log) {
    const [program, ...first] = command
    this.#child = spawn(program, [...first, ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(this.#child)
    const file = createWriteStream(log)
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      let rest = ''
      stream.setEncoding('utf8').on('data', (text) => {
        file.write(text)
        const parts = (rest + text).split('\n')
        rest = parts.pop()
        this.#lines.push(...parts)
      })
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (fault) => { this.#lines.push(fault.message); resolve(null) })
      this.#child.once('exit', (code) => resolve(code))
    }).finally(() => running.delete(this.#child))
  }

  get lines () {
    return this.#lines
  }

  get isRunning () {
    return running.has(this.#child)
  }

  /** Asks it to end (SIGTERM) and gives its exit code; fails where it takes longer than the limit. */
  async stop (limit = 15_000) {
    this.#child.kill('SIGTERM')
    try {
      return await within(limit, this.#ended)
    } catch (fault) {
      this.#child.kill('SIGKILL')
      throw new Error(`it did not end on SIGTERM: ${fault.message}`)
    }
  }

  /** What it said last, for a failure's reason. */
  tail (count = 3) {
    return this.#lines.filter((line) => line.trim().length > 0).slice(-count).join(' | ')
  }
}

/** The program to run: MODBOT_COMMAND (separated by tabs), or what stands in the repository. */
export function modbotCommand () {
  const given = process.env.MODBOT_COMMAND
  if (!given) throw new Error('MODBOT_COMMAND names the program to run, its parts separated by tabs; tests/interop/run sets it')
  return given.split('\t')
}
