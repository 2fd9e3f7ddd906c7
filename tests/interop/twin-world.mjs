// A discord-digital-twin with a guild, three people and the bot, and what a person can do in it.
// The twin listens on every interface by itself: only for programs that were started with --require ./loopback.cjs.

import { DigitalDiscord } from 'discord-digital-twin'
import { demand, until } from './report.mjs'

export const GUILD = '900000000000000001'
export const GENERAL = '900000000000000002'
export const REVIEW = '900000000000000003'
export const BOT = '900000000000000009'
export const OWNER = '900000000000000010'
export const MEMBER = '900000000000000011'
export const SPAMMER = '900000000000000012'
const BOT_ROLE = '900000000000000020'

const TEXT_CHANNEL = 0
const CHAT = 1
const SUB_COMMAND = 1
const DEFERRED = 5
const CHOICES = 8
const BUTTON = 2
const BOT_PERMISSIONS = [1, 2, 10, 11, 13, 14, 15, 16, 31, 38, 40].reduce((bits, bit) => bits | (1n << BigInt(bit)), 0n)

const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 }

export class TwinWorld {
  #discord
  /** Every request so far: method, path, status (0 while it runs) and audit-log reason. */
  calls = []

  constructor (discord) {
    this.#discord = discord
  }

  static async open () {
    demand(globalThis[Symbol.for('modbot.loopback')], 'the twin would listen on every interface: start this with --require ./loopback.cjs')
    const discord = new DigitalDiscord({
      guild: { id: GUILD, name: 'Twin', ownerId: OWNER },
      channels: [{ id: GENERAL, name: 'general', type: TEXT_CHANNEL }, { id: REVIEW, name: 'mod-review', type: TEXT_CHANNEL }],
      users: [{ id: OWNER, username: 'owner' }, { id: MEMBER, username: 'member' }, { id: SPAMMER, username: 'spammer' }],
      botUser: { id: BOT, username: 'ModBot' },
      botToken: 'twin-token',
    })
    const world = new TwinWorld(discord)
    await discord.start()
    demand(discord.server.httpServer.address().address === '127.0.0.1', 'the twin listens beyond loopback')
    await world.#giveBotItsRole()
    world.#recordCalls()
    return world
  }

  get restUrl () {
    return `${this.#discord.restUrl}/v10`
  }

  get token () {
    return this.#discord.botToken
  }

  /** How many sessions have identified. */
  get sessions () {
    return this.#discord.server.gateway.clients.filter((client) => client.identified).length
  }

  /** Cuts every gateway connection without a close frame. */
  dropSessions () {
    for (const client of this.#discord.server.gateway.clients) client.ws.terminate()
  }

  commands () {
    return this.#discord.prisma.applicationCommand.findMany()
  }

  messages (channel) {
    return this.#discord.channel(channel).getMessages()
  }

  async find (id) {
    return this.#discord.prisma.message.findUnique({ where: { id } })
  }

  post (user, content, channel = GENERAL) {
    return this.#discord.channel(channel).user(user).sendMessage({ content })
  }

  edit (user, messageId, content, channel = GENERAL) {
    return this.#discord.channel(channel).user(user).editMessage({ messageId, content })
  }

  /** What the twin says a member may do; by itself it says everything. */
  permit (user, permissions) {
    return this.#discord.prisma.guildMember.update({ where: { guildId_userId: { guildId: GUILD, userId: user } }, data: { permissions } })
  }

  async command (name, sub = '', options = [], user = OWNER) {
    return this.#answered(INTERACTION.command, { user, data: { ...await this.#registered(name), options: nested(sub, options) } })
  }

  async suggestions (name, sub, option, user = OWNER) {
    return this.#answered(INTERACTION.autocomplete, { user, data: { ...await this.#registered(name), options: nested(sub, [{ ...option, focused: true }]) } })
  }

  press (message, customId, channel = REVIEW, user = OWNER) {
    return this.#answered(INTERACTION.component, { user, channel, message, data: { custom_id: customId, component_type: BUTTON } })
  }

  choose (message, customId, values, channel = REVIEW, user = OWNER) {
    return this.#answered(INTERACTION.component, { user, channel, message, data: { custom_id: customId, component_type: 3, values } })
  }

  /** `fields`: the inputs by custom id; `message`: the one whose button opened the form. */
  submit (customId, fields, user = OWNER, message = undefined, channel = message ? REVIEW : GENERAL) {
    const rows = Object.entries(fields).map(([id, value]) => ({ type: 1, components: [{ type: 4, custom_id: id, value }] }))
    return this.#answered(INTERACTION.modal, { user, channel, message, data: { custom_id: customId, components: rows } })
  }

  close () {
    return this.#discord.stop()
  }

  async #registered (name) {
    const command = await this.#discord.prisma.applicationCommand.findFirst({ where: { name } })
    demand(command, `the command "${name}" is not registered`)
    return { id: command.id, name, type: CHAT }
  }

  /** The first answer: its type, its data, and its text as the person sees it; a deferred one is followed to what it becomes. */
  async #answered (type, { user, channel = GENERAL, message, data }) {
    const scope = this.#discord.channel(channel)
    const { id } = await this.#discord.simulateInteraction({ type, channelId: channel, userId: user, messageId: message, data })
    const first = await scope.waitForInteractionAck({ interactionId: id, timeout: 3_000 })
    const row = await until('the deferred answer was never filled', async () => {
      const current = await scope.getInteractionResponse(id)
      return (first.type !== DEFERRED || current.messageId) && current
    })
    const answer = row.data ? JSON.parse(row.data) : {}
    const shown = first.type === DEFERRED ? await this.find(row.messageId) : null
    return { type: first.type, data: answer, message: first.type === CHOICES ? null : row.messageId, text: shown ? `${shown.content} ${shown.embeds}` : JSON.stringify(answer) }
  }

  async #giveBotItsRole () {
    const { prisma } = this.#discord
    await prisma.role.create({ data: { id: BOT_ROLE, guildId: GUILD, name: 'ModBot', position: 1, permissions: String(BOT_PERMISSIONS), managed: true } })
    await prisma.guildMember.update({ where: { guildId_userId: { guildId: GUILD, userId: BOT } }, data: { roles: JSON.stringify([BOT_ROLE]) } })
  }

  #recordCalls () {
    this.#discord.server.httpServer.prependListener('request', (request, response) => {
      const call = { method: request.method, path: request.url.split('?')[0], status: 0, reason: request.headers['x-audit-log-reason'] }
      this.calls.push(call)
      response.once('finish', () => { call.status = response.statusCode })
    })
  }
}

/** The buttons of a message that can be pressed. */
export function buttons (message) {
  return (message.components ?? []).flatMap((row) => row.components ?? []).filter((component) => component.type === BUTTON && component.custom_id && !component.disabled)
}

function nested (sub, options) {
  return sub ? [{ name: sub, type: SUB_COMMAND, options }] : options
}
