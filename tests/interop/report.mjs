// Runs named checks one after another and prints one tab-separated line each: ok|FAIL, part, name, reason.
// `run` gathers these lines into its table. Everything else that is printed is for people.

export class Report {
  #part
  #failed = 0

  constructor (part) {
    this.#part = part
  }

  get failed () {
    return this.#failed
  }

  /** Runs one check with a time limit in milliseconds; a failure is reported and the next check goes on. Gives what the check gave, or undefined. */
  async check (name, body, limit = 15_000) {
    try {
      const value = await within(limit, body())
      this.#print('ok', name, '')
      return value
    } catch (fault) {
      this.#failed++
      this.#print('FAIL', name, fault instanceof Error ? fault.message : String(fault))
      return undefined
    }
  }

  #print (state, name, reason) {
    console.log(['check', state, this.#part, name, reason.replace(/\s+/g, ' ').slice(0, 300)].join('\t'))
  }
}

/** Fails with a sentence where the promise takes longer than the limit. */
export async function within (limit, promise) {
  let timer
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${limit / 1000} s`)), limit)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks every 50 ms until the answer is truthy; the limit names what was waited for. */
export async function until (what, ask, limit = 10_000) {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`${what}: not within ${limit / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Fails with the message unless the condition holds. */
export function demand (condition, message) {
  if (!condition) throw new Error(message)
}
