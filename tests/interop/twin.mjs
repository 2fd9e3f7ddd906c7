// ModBot against discord-digital-twin, a Discord-compatible server that nobody here wrote:
// node --require ./loopback.cjs twin.mjs WORKING-FOLDER

import path from 'node:path'
import { ModBot, modbotCommand } from './modbot.mjs'
import { Report, demand, until } from './report.mjs'
import { BOT, MEMBER, REVIEW, SPAMMER, TwinWorld, buttons } from './twin-world.mjs'

const [folder] = process.argv.slice(2)
demand(folder, 'usage: node --require ./loopback.cjs twin.mjs WORKING-FOLDER')

const STRING = 3
const INTEGER = 4
const EPHEMERAL = 64
const REPLY_PERMISSIONS_ONLY = '3072' // view channel, send messages

// The seed's second comment (spam by its words alone) and its eleventh (stays, and goes to the review queue).
const SPAM = "I'm making over $7k a month working part time. I kept hearing other people tell me how much money they can make online so I decided to look into it. Well, it was all true and has totally changed my life. This is what I do..."
const THREAT = 'How come nobody can kill Soros?'

const report = new Report('twin')
const world = await TwinWorld.open()
const bot = new ModBot(modbotCommand(), ['run'], {
  Discord__Token: world.token,
  Discord__RestUrl: world.restUrl,
  Defaults__Mode: 'enforce',
  Defaults__ReviewChannel: 'mod-review',
  Storage__Directory: path.join(folder, 'data'),
}, path.join(folder, 'modbot.log'))

try {
  if (await connect()) {
    await messages()
    await slashCommands()
    await reviewCard()
    await lostSession()
  }
  await report.check('no request of the bot was malformed', async () => {
    const wrong = world.calls.filter((call) => call.status >= 500 || call.status === 400)
    demand(wrong.length === 0, wrong.slice(0, 3).map((call) => `${call.method} ${call.path}: ${call.status}`).join(', '))
  })
  await report.check('the bot ends on SIGTERM with exit code 0', async () => {
    const code = await bot.stop()
    demand(code === 0, `exit code ${code}; ${bot.tail()}`)
  }, 20_000)
} finally {
  if (bot.isRunning) await bot.stop().catch((fault) => console.error(fault.message))
  await world.close()
}
process.exit(report.failed === 0 ? 0 : 1)

async function connect () {
  const identified = await report.check('the bot identifies', () => until('no session', () => {
    demand(bot.isRunning, `the bot ended: ${bot.tail()}`)
    return world.sessions > 0
  }, 120_000), 125_000)
  await report.check('it registers its slash commands', async () => {
    const commands = await until('no commands', async () => {
      const rows = await world.commands()
      return rows.length > 0 && rows
    })
    const names = commands.filter((command) => command.type === 1).map((command) => command.name)
    for (const name of ['modlog', 'case', 'rules', 'terms']) demand(names.includes(name), `/${name} is missing; registered: ${names.join(', ')}`)
  })
  return identified
}

async function messages () {
  const harmless = await world.post(MEMBER, 'Has anybody tried the new bakery by the station? The rye bread is lovely.')
  const spam = await world.post(SPAMMER, SPAM)
  await report.check('a spam message is judged and deleted', () => gone(spam.id))
  await report.check('its deletion carries an audit-log reason', async () => {
    const call = world.calls.find((entry) => entry.method === 'DELETE' && entry.path.endsWith(spam.id))
    demand(call, 'no DELETE was sent for it')
    demand(call.reason?.length > 0, 'the request has no X-Audit-Log-Reason')
  })
  await report.check('a harmless message before it stays', async () => demand(await world.find(harmless.id), 'it was deleted'))
  await report.check('a message edited into spam is deleted', async () => {
    const message = await world.post(MEMBER, 'Good morning everyone, how was the weekend?')
    await world.edit(MEMBER, message.id, SPAM)
    await gone(message.id)
  })
}

async function slashCommands () {
  await report.check('/rules list is answered to the caller alone', async () => {
    const answer = await world.command('rules', 'list')
    demand(answer.data.flags === EPHEMERAL, `flags are ${answer.data.flags}`)
    demand(/rules version/i.test(answer.text), `it says: ${answer.text}`)
  })
  await report.check('/terms add is answered', async () => {
    const answer = await world.command('terms', 'add', [{ name: 'term', type: STRING, value: 'zorkmid*' }])
    demand(answer.text.includes('zorkmid'), `it says: ${answer.text}`)
  })
  await report.check('autocomplete of /terms remove offers the term', async () => {
    const answer = await world.suggestions('terms', 'remove', { name: 'term', type: STRING, value: 'zork' })
    demand(answer.type === 8, `the callback's type is ${answer.type}`)
    demand(answer.data.choices.some((choice) => choice.value === 'zorkmid*'), `choices: ${JSON.stringify(answer.data.choices)}`)
  })
  await report.check('autocomplete of /case show offers numbers as numbers', async () => {
    const { data } = await world.suggestions('case', 'show', { name: 'number', type: INTEGER, value: '' })
    demand(data.choices.length > 0 && data.choices.every((choice) => Number.isInteger(choice.value)), `choices: ${JSON.stringify(data.choices)}`)
  })
  await report.check('a message with the new term is deleted', async () => gone((await world.post(MEMBER, 'Who wants to buy some zorkmids from me?')).id))
  await report.check('a caller without the permission is refused', async () => {
    await world.permit(MEMBER, REPLY_PERMISSIONS_ONLY)
    const answer = await world.command('terms', 'add', [{ name: 'term', type: STRING, value: 'other' }], MEMBER)
    demand(/permission/i.test(answer.text), `it says: ${answer.text}`)
  })
  await report.check('/modlog recent lists the deletions', async () => {
    const answer = await world.command('modlog', 'recent')
    demand(/deleted/i.test(answer.text), `it says: ${answer.text}`)
  })
}

async function reviewCard () {
  const flagged = await world.post(MEMBER, THREAT)
  const card = await report.check('a flagged message gets a card with buttons in the review channel', () => until('no card', async () =>
    (await world.messages(REVIEW)).find((message) => message.author.id === BOT && buttons(message).length > 1 && JSON.stringify(message.embeds).includes(THREAT.slice(0, 15)))))
  await report.check('the flagged message stays', async () => demand(await world.find(flagged.id), 'it was deleted'))
  if (!card) return

  const uphold = buttons(card).find((button) => /uphold/i.test(button.label)) ?? buttons(card)[0]
  await report.check(`the button "${uphold.label}" replaces the card`, async () => {
    const answer = await world.press(card.id, uphold.custom_id)
    demand([6, 7].includes(answer.type), `the callback's type is ${answer.type}`)
    await until('the card does not name the review', async () => /upheld/i.test(JSON.stringify(await world.find(card.id))))
  })
  await report.check('pressed again, it says so in a follow-up', async () => {
    await world.press(card.id, uphold.custom_id)
    await until('no follow-up', async () => (await world.messages(REVIEW)).some((message) => message.id !== card.id && /already/i.test(message.content)))
    demand(world.calls.some((call) => call.method === 'POST' && /\/webhooks\/\d+\/[^/]+$/.test(call.path)), 'it was not posted to the interaction\'s webhook')
  })
}

/** The twin forgets a session with its socket and leaves the attempt to resume it unanswered. */
async function lostSession () {
  await report.check('after a lost session it comes back and judges what it missed', async () => {
    world.dropSessions()
    const missed = await world.post(MEMBER, 'Zorkmids, the finest zorkmids!')
    await gone(missed.id, 60_000)
    demand(world.sessions === 1, `it has ${world.sessions} sessions`)
  }, 65_000)
}

function gone (id, limit) {
  return until('the message still stands', async () => !(await world.find(id)), limit)
}
