// A bot on discord.js that does what the lines on its standard input ask and tells on its standard output what it saw,
// one JSON object a line. sandbox.mjs drives it; discordpy_client.py is its twin on discord.py.

import { createInterface } from 'node:readline'
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits, MessageFlags, SlashCommandBuilder } from 'discord.js'

const restUrl = process.env.INTEROP_REST_URL
const [, api, version] = /^(.*)\/v(\d+)$/.exec(restUrl)
const tell = (line) => process.stdout.write(JSON.stringify(line) + '\n')

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildModeration, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api, version },
})

client.on(Events.ClientReady, () => tell({ event: 'ready', user: client.user.id, application: client.application.id }))
client.on(Events.GuildAvailable, tellGuild)
client.on(Events.GuildCreate, tellGuild)
client.on(Events.MessageCreate, (message) => tell({
  event: 'message', id: message.id, channel: message.channelId, guild: message.guildId, author: message.author.id, content: message.content, hasMember: message.member !== null,
}))
client.on(Events.MessageUpdate, (before, after) => tell({ event: 'edit', id: after.id, content: after.content }))
client.on(Events.MessageDelete, (message) => tell({ event: 'delete', id: message.id }))
client.on(Events.MessageBulkDelete, (messages) => tell({ event: 'bulk-delete', ids: [...messages.keys()] }))
client.on(Events.GuildMemberUpdate, (before, after) => tell({ event: 'member', user: after.id, until: after.communicationDisabledUntilTimestamp }))
client.on(Events.Error, (fault) => tell({ event: 'fault', text: String(fault) }))
client.on(Events.ShardError, (fault) => tell({ event: 'fault', text: String(fault) }))
client.on(Events.InteractionCreate, (interaction) => answer(interaction).catch((fault) => tell({ event: 'fault', text: String(fault) })))

const verbs = {
  async send ({ channel, content, button }) {
    const components = button ? [new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId(button).setLabel('Press').setStyle(ButtonStyle.Primary))] : []
    const message = await (await client.channels.fetch(channel)).send({ content, components, allowedMentions: { parse: [] } })
    return { message: message.id }
  },
  async edit ({ channel, message, content }) {
    await (await client.channels.fetch(channel)).messages.edit(message, content)
  },
  async delete ({ channel, message, reason }) {
    await client.rest.delete(`/channels/${channel}/messages/${message}`, { reason })
  },
  async bulkDelete ({ channel, messages }) {
    await (await client.channels.fetch(channel)).bulkDelete(messages)
  },
  async history ({ channel, limit }) {
    return { messages: [...(await (await client.channels.fetch(channel)).messages.fetch({ limit })).values()].map((message) => ({ id: message.id, content: message.content })) }
  },
  async timeout ({ guild, user, seconds }) {
    const member = await (await client.guilds.fetch(guild)).members.fetch(user)
    const updated = await member.timeout(seconds === null ? null : seconds * 1000, 'interop')
    return { until: updated.communicationDisabledUntilTimestamp }
  },
  async register ({ guild }) {
    const commands = [
      new SlashCommandBuilder().setName('echo').setDescription('Says it again.')
        .addStringOption((option) => option.setName('text').setDescription('What to say.').setRequired(true).setAutocomplete(true)),
      new SlashCommandBuilder().setName('slow').setDescription('Answers late.'),
    ]
    const registered = await (await client.guilds.fetch(guild)).commands.set(commands)
    return { commands: [...registered.values()].map((command) => command.name).sort() }
  },
  async close () {
    await client.destroy()
  },
}

for await (const line of listen()) {
  const { id, verb, ...given } = JSON.parse(line)
  try {
    tell({ event: 'done', id, ...await verbs[verb](given) })
  } catch (fault) {
    tell({ event: 'done', id, fault: `${fault.name}: ${fault.message}` })
  }
  if (verb === 'close') process.exit(0)
}

async function * listen () {
  await client.login(process.env.INTEROP_TOKEN)
  yield * createInterface({ input: process.stdin })
}

function tellGuild (guild) {
  tell({
    event: 'guild',
    id: guild.id,
    name: guild.name,
    owner: guild.ownerId,
    channels: guild.channels.cache.filter((channel) => channel.isTextBased() && !channel.isThread()).map((channel) => channel.name).sort(),
    roles: guild.roles.cache.size,
    members: guild.memberCount,
    mayDelete: guild.members.me?.permissions.has('ManageMessages') ?? false,
  })
}

async function answer (interaction) {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: `${interaction.options.getFocused()}!` }])
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'echo') {
    await interaction.reply({ content: `echo: ${interaction.options.getString('text')}`, flags: MessageFlags.Ephemeral })
    await interaction.followUp({ content: 'and once more', flags: MessageFlags.Ephemeral })
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply()
    await interaction.editReply('here it is')
  } else if (interaction.isButton()) {
    await interaction.update({ content: `pressed by ${interaction.user.id}`, components: [] })
  }
  tell({ event: 'interaction', kind: interaction.type, user: interaction.user.id })
}
