// A bot on a library that nobody here wrote, on ModBot's sandbox: node sandbox.mjs NAME WORKING-FOLDER COMMAND [ARGUMENT…]
// The command is a client such as discordjs-client.mjs; people.mjs plays the members.

import { createServer } from 'node:net'
import path from 'node:path'
import { BotClient } from './client.mjs'
import { ModBot, modbotCommand } from './modbot.mjs'
import { People } from './people.mjs'
import { Report, demand, until } from './report.mjs'

const [name, folder, ...command] = process.argv.slice(2)
demand(command.length > 0, 'usage: node sandbox.mjs NAME WORKING-FOLDER COMMAND [ARGUMENT…]')

const EPHEMERAL = 64
const report = new Report(name)
const sandbox = new ModBot(modbotCommand(), ['sandbox', '--urls', `http://127.0.0.1:${await freePort()}`], {
  Storage__Directory: path.join(folder, 'data'),
}, path.join(folder, 'sandbox.log'))

let bot
try {
  const server = await report.check('the sandbox starts', announced, 60_000)
  if (server) {
    const people = await People.meet(server.page)
    bot = new BotClient(command, { INTEROP_REST_URL: server.restUrl, INTEROP_TOKEN: server.token }, path.join(folder, 'client.log'))
    const guild = await login(people)
    if (guild) {
      await messages(people)
      await moderation(people, guild)
      await interactions(people, guild)
      await resumption(people)
    }
    await report.check('no event made the library fail', async () => {
      const faults = bot.told('fault')
      demand(faults.length === 0, faults.map((fault) => fault.text).join(', '))
    })
    await report.check('the bot closes its session', async () => {
      const code = await bot.stop()
      demand(code === 0, `exit code ${code}`)
    })
    await report.check('a wrong token is refused', async () => {
      const stranger = new BotClient(command, { INTEROP_REST_URL: server.restUrl, INTEROP_TOKEN: `${server.token}x` }, path.join(folder, 'stranger.log'))
      demand(await stranger.ended(10_000) !== 0, 'it logged in')
      demand(stranger.told('ready').length === 0, 'it got ready')
    })
  }
  await report.check('the sandbox ends on SIGTERM with exit code 0', async () => {
    const code = await sandbox.stop()
    demand(code === 0, `exit code ${code}; ${sandbox.tail()}`)
  })
} finally {
  if (sandbox.isRunning) await sandbox.stop().catch((fault) => console.error(fault.message))
}
process.exit(report.failed === 0 ? 0 : 1)

/** The addresses and the token, as `modbot sandbox` prints them. */
async function announced () {
  const read = (word) => sandbox.lines.map((line) => new RegExp(`^${word}\\s+(\\S+)$`).exec(line.trim())).find(Boolean)?.[1]
  return until('it did not say where it is', () => {
    if (!sandbox.isRunning) throw new Error(`it ended: ${sandbox.tail()}`)
    const [page, restUrl, token] = [read('page'), read('RestUrl'), read('token')]
    return page && restUrl && token && { page, restUrl, token }
  }, 55_000)
}

async function login (people) {
  await report.check('login and ready', async () => {
    const ready = await bot.hears('ready', undefined, 20_000)
    demand(ready.user === people.bot, `the bot is ${ready.user}, not ${people.bot}`)
  }, 25_000)
  return report.check('the guild arrives with its channels, roles and members', async () => {
    const guild = await bot.hears('guild', (event) => event.id === people.guild)
    demand(guild.channels.includes('general'), `its channels: ${guild.channels.join(', ')}`)
    demand(guild.roles > 1 && guild.members > 2 && guild.mayDelete, JSON.stringify(guild))
    return guild.id
  })
}

async function messages (people) {
  const posted = await report.check('a member\'s message arrives with its content', async () => {
    const id = await people.post('noah', 'general', 'Hello, bot. Grüße, 你好 😀')
    const heard = await bot.hears('message', (event) => event.id === id)
    demand(heard.content === 'Hello, bot. Grüße, 你好 😀', `the content is "${heard.content}"`)
    demand(heard.hasMember && heard.guild === people.guild && heard.author === people.user('noah'), JSON.stringify(heard))
    return id
  })
  await report.check('a large message arrives whole', async () => {
    const long = '0123456789abcdef'.repeat(125)
    const id = await people.post('zoe', 'general', long)
    demand((await bot.hears('message', (event) => event.id === id)).content === long, 'it is not what was posted')
  })
  await report.check('an edit arrives', async () => {
    demand(posted, 'nothing was posted')
    await people.edit('noah', 'general', posted, 'Hello again')
    await bot.hears('edit', (event) => event.id === posted && event.content === 'Hello again')
  })
  await report.check('sending, editing and reading back work', async () => {
    const { message } = await bot.asks('send', { channel: people.channel('general'), content: 'Good day' })
    demand((await people.read('general', message))?.content === 'Good day', 'the members do not see it')
    await bot.asks('edit', { channel: people.channel('general'), message, content: 'Good evening' })
    const { messages: latest } = await bot.asks('history', { channel: people.channel('general'), limit: 3 })
    demand(latest[0].id === message && latest[0].content === 'Good evening', JSON.stringify(latest))
  })
}

async function moderation (people, guild) {
  const channel = people.channel('general')
  await report.check('deleting a member\'s message works and is told', async () => {
    const message = await people.post('zoe', 'general', 'to be removed')
    await bot.asks('delete', { channel, message, reason: 'interop: Prüfung' })
    await bot.hears('delete', (event) => event.id === message)
    demand(!await people.read('general', message), 'it still stands')
  })
  await report.check('deleting in bulk works and is told', async () => {
    const ids = []
    for (const text of ['one', 'two', 'three']) ids.push(await people.post('zoe', 'general', text))
    await bot.asks('bulkDelete', { channel, messages: ids })
    await bot.hears('bulk-delete', (event) => ids.every((id) => event.ids.includes(id)))
  })
  await report.check('a burst of deletions stays within the rate limit', async () => {
    const ids = []
    for (let number = 0; number < 12; number++) ids.push(await people.post('zoe', 'general', `burst ${number}`))
    await Promise.all(ids.map((message) => bot.asks('delete', { channel, message, reason: 'burst' }, 30_000)))
    await until('not all deletions were told', () => ids.every((id) => bot.told('delete', (event) => event.id === id).length === 1))
  }, 40_000)
  await report.check('a timeout works and is told, and can be lifted', async () => {
    const user = people.user('zoe')
    const { until: end } = await bot.asks('timeout', { guild, user, seconds: 60 })
    demand(end > Date.now(), `it lasts until ${end}`)
    await bot.hears('member', (event) => event.user === user && event.until > Date.now())
    await demandFails(() => people.post('zoe', 'general', 'may I?'), 'a member in timeout could post')
    await bot.asks('timeout', { guild, user, seconds: null })
    await until('it was not told as lifted', () => bot.told('member', (event) => event.user === user).at(-1).until === null)
    await people.post('zoe', 'general', 'I may again')
  })
}

async function interactions (people, guild) {
  await report.check('slash commands are registered', async () => {
    const { commands } = await bot.asks('register', { guild })
    demand(commands.join() === 'echo,slow', `registered: ${commands.join()}`)
  })
  await report.check('a slash command is answered to the caller alone, with a follow-up', async () => {
    const answer = await people.slash('noah', 'general', 'echo', { text: 'Hallo Welt' })
    demand(answer.kind === 'Message' && answer.content === 'echo: Hallo Welt', JSON.stringify(answer))
    demand((answer.flags & EPHEMERAL) !== 0, `flags are ${answer.flags}`)
    await until('no follow-up', async () => (await people.list('noah', 'general')).some((message) => message.content === 'and once more'))
    demand(!(await people.list('zoe', 'general')).some((message) => message.content === 'and once more'), 'another member sees it')
  })
  await report.check('autocomplete offers what the bot suggests', async () => {
    const choices = await people.suggest('noah', 'general', 'echo', { text: 'ha' }, 'text')
    demand(choices.some((choice) => choice.name === 'ha!'), JSON.stringify(choices))
  })
  await report.check('a deferred answer is filled in', async () => {
    const { kind } = await people.slash('noah', 'general', 'slow', {})
    demand(['Deferred', 'Message'].includes(kind), `the answer is ${kind}`)
    await until('it was not', async () => (await people.list('noah', 'general')).some((message) => message.content === 'here it is'))
  })
  await report.check('a pressed button changes its message', async () => {
    const { message } = await bot.asks('send', { channel: people.channel('general'), content: 'Press it', button: 'interop:1' })
    const kind = await people.press('noah', 'general', message, 'interop:1')
    demand(kind === 'Update', `the answer is ${kind}`)
    await until('the message did not change', async () => (await people.read('general', message))?.content === `pressed by ${people.user('noah')}`)
  })
}

async function resumption (people) {
  await report.check('after a dropped socket it resumes and misses nothing', async () => {
    await people.fault('drop')
    const ids = []
    for (let number = 0; number < 5; number++) ids.push(await people.post('zoe', 'general', `while away ${number}`))
    for (const id of ids) await bot.hears('message', (event) => event.id === id, 15_000)
    demand(ids.every((id) => bot.told('message', (event) => event.id === id).length === 1), 'a message was told twice')
    demand(bot.told('ready').length === 1, 'it began a new session')
  }, 30_000)
  await report.check('an op 7 of the server is obeyed', async () => {
    await people.fault('reconnect')
    const id = await people.post('noah', 'general', 'still there?')
    await bot.hears('message', (event) => event.id === id, 15_000)
  }, 20_000)
}

async function demandFails (body, message) {
  let done = true
  try { await body() } catch { done = false }
  demand(!done, message)
}

function freePort () {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
