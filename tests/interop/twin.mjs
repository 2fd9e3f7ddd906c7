// ModBot against discord-digital-twin, a Discord-compatible server that nobody here wrote:
// node --require ./loopback.cjs twin.mjs WORKING-FOLDER

import path from 'node:path'
import { ModBot, modbotCommand } from './modbot.mjs'
import { Report, demand, until } from './report.mjs'
import { BOT, MEMBER, OWNER, REVIEW, SPAMMER, TwinWorld, buttons } from './twin-world.mjs'

const [folder] = process.argv.slice(2)
demand(folder, 'usage: node --require ./loopback.cjs twin.mjs WORKING-FOLDER')

const STRING = 3
const INTEGER = 4
const EPHEMERAL = 64
const DEFERRED = 5
const DEFERRED_UPDATE = 6
const FORM = 9
const REPLY_PERMISSIONS_ONLY = '3072' // view channel, send messages

// The seed's second comment (spam by its words alone) and its eleventh (stays, and goes to the review queue).
const SPAM = "I'm making over $7k a month working part time. I kept hearing other people tell me how much money they can make online so I decided to look into it. Well, it was all true and has totally changed my life. This is what I do..."
const THREAT = 'How come nobody can kill Soros?'

const report = new Report('twin')
const world = await TwinWorld.open()
let bot = start('modbot.log')

try {
  if (await connect()) {
    await messages()
    await slashCommands()
    await reviewCard()
    await lostSession()
    const open = await report.check('another flagged message gets its card', flag)
    if (await restart()) {
      await lateAnswers()
      if (open) await overturn(open.card)
    }
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

function start (log, settings = {}) {
  return new ModBot(modbotCommand(), ['run'], {
    Discord__Token: world.token,
    Discord__RestUrl: world.restUrl,
    Defaults__Mode: 'enforce',
    Defaults__ReviewChannel: 'mod-review',
    Storage__Directory: path.join(folder, 'data'),
    ...settings,
  }, path.join(folder, log))
}

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

/** Posts what is flagged, and waits for its card. */
async function flag () {
  const known = new Set((await world.messages(REVIEW)).map((message) => message.id))
  const flagged = await world.post(MEMBER, THREAT)
  const card = await until('no card', async () =>
    (await world.messages(REVIEW)).find((message) => !known.has(message.id) && message.author.id === BOT && buttons(message).length > 1 && JSON.stringify(message.embeds).includes(THREAT.slice(0, 15))))
  return { flagged, card }
}

async function reviewCard () {
  const found = await report.check('a flagged message gets a card with buttons in the review channel', flag)
  if (!found) return
  const { flagged, card } = found
  await report.check('the flagged message stays', async () => demand(await world.find(flagged.id), 'it was deleted'))

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

/** Once more with every command deferred, which by itself happens only where an answer takes longer than 1.5 s. */
async function restart () {
  return report.check('started again, it connects', async () => {
    await bot.stop()
    await until('its session stayed', () => world.sessions === 0)
    bot = start('modbot-deferring.log', { Discord__DeferAfter: '00:00:00' })
    await until('no session', () => world.sessions === 1, 60_000)
    return true
  }, 80_000)
}

async function lateAnswers () {
  await report.check('a deferred answer is filled in', async () => {
    const filled = () => world.calls.filter((call) => call.method === 'PATCH' && /\/webhooks\/\d+\/[^/]+\/messages\/(@|%40)original$/.test(call.path)).length
    const before = filled()
    const answer = await world.command('rules', 'list')
    demand(answer.type === DEFERRED, `the callback's type is ${answer.type}`)
    demand(answer.data.flags === EPHEMERAL, `its flags are ${answer.data.flags}`)
    demand(/rules version/i.test(answer.text), `it became: ${answer.text}`)
    demand(filled() === before + 1, 'the deferred answer was not edited once')
  })
  await report.check('a fault that is found after the deferral fills it in', async () => {
    const answer = await world.command('case', 'show', [{ name: 'number', type: INTEGER, value: 4711 }])
    demand(answer.type === DEFERRED, `the callback's type is ${answer.type}`)
    demand(/no case 4711/i.test(answer.text), `it became: ${answer.text}`)
  })
}

/** The button opens a form; the form changes card and case. */
async function overturn (card) {
  const button = buttons(card).find((candidate) => /overturn/i.test(candidate.label))
  const form = await report.check('the button "Overturn" of a card from before the start opens a form', async () => {
    const { type, data } = await world.press(card.id, button?.custom_id)
    demand(type === FORM, `the callback's type is ${type}`)
    return data
  })
  if (!form) return
  await report.check('the form, submitted, changes the card', async () => {
    const answer = await world.submit(form.custom_id, { [inputOf(form)]: 'They quoted the news.' }, OWNER, card.id)
    demand(answer.type === DEFERRED_UPDATE, `the callback's type is ${answer.type}`)
    const changed = await until('the card was never changed', async () => {
      const now = await world.find(card.id)
      return /overturned/i.test(now.embeds) ? now : undefined
    })
    demand(changed.id === card.id, 'another card was changed')
  })
  await report.check('the case keeps the decision and its reason', async () => {
    const answer = await world.command('case', 'show', [{ name: 'number', type: INTEGER, value: Number(/\d+/.exec(form.title)[0]) }])
    demand(/overturned/i.test(answer.text) && answer.text.includes('They quoted the news.'), `it says: ${answer.text}`)
  })
}

/** The custom id of a form's only input, which stands in a label or in a row. */
function inputOf (form) {
  const [outer] = form.components
  return (outer.component ?? outer.components[0]).custom_id
}

function gone (id, limit) {
  return until('the message still stands', async () => !(await world.find(id)), limit)
}
