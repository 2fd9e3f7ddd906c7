// The twin for a program that drives it: one JSON object a line, {"id", "verb", …} on standard input, {"id", "value"} or
// {"id", "fault"} on standard output, first {"restUrl", "token"}. Ends with its standard input.
// node --require ./loopback.cjs twin-host.mjs

import { createInterface } from 'node:readline'
import { TwinWorld } from './twin-world.mjs'

const world = await TwinWorld.open()
const tell = (line) => process.stdout.write(JSON.stringify(line) + '\n')

const verbs = {
  sessions: () => world.sessions,
  commands: () => world.commands(),
  messages: ({ channel }) => world.messages(channel),
  post: ({ user, content }) => world.post(user, content),
  command: ({ name, sub, options }) => world.command(name, sub, options),
  suggestions: ({ name, sub, option }) => world.suggestions(name, sub, option),
  press: ({ message, customId, channel }) => world.press(message, customId, channel),
  choose: ({ message, customId, values, channel }) => world.choose(message, customId, values, channel),
  submit: ({ customId, fields }) => world.submit(customId, fields),
}

tell({ restUrl: world.restUrl, token: world.token })
for await (const line of createInterface({ input: process.stdin })) {
  const { id, verb, ...given } = JSON.parse(line)
  try {
    tell({ id, value: await verbs[verb](given) })
  } catch (fault) {
    tell({ id, fault: fault.message })
  }
}
await world.close()
process.exit(0)
