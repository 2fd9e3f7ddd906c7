// The members of the sandbox's guild: what a person does on its chat page, over the calls that the page itself makes.

export class People {
  #page
  #users
  #channels

  /** `page`: the chat page's address. */
  static async meet (page) {
    const people = new People()
    people.#page = page.replace(/\/$/, '')
    const state = await people.#call('GET', '/state')
    const owner = state.users.find((user) => user.roles.includes('Admin'))
    const all = await people.#call('GET', `/state?user=${owner.id}`)
    people.guild = state.guild.id
    people.bot = state.bot.id
    people.#users = new Map(state.users.map((user) => [user.username, user.id]))
    people.#channels = new Map(all.channels.map((channel) => [channel.name, channel.id]))
    return people
  }

  user (name) {
    return known(this.#users, name, 'member')
  }

  channel (name) {
    return known(this.#channels, name, 'channel')
  }

  /** Gives the message's id. */
  async post (user, channel, content) {
    return (await this.#call('POST', '/messages', { ...this.#place(user, channel), content })).id
  }

  edit (user, channel, message, content) {
    return this.#call('PATCH', '/messages', { ...this.#place(user, channel), message, content })
  }

  /** The channel's newest messages as that member sees them, deleted ones left out, oldest first. */
  async list (user, channel) {
    const { messages } = await this.#call('GET', `/channels/${this.channel(channel)}/messages?user=${this.user(user)}`)
    return messages.filter((message) => !message.deleted)
  }

  /** One message, or undefined where it is gone. */
  async read (channel, message, user = 'noah') {
    return (await this.list(user, channel)).find((candidate) => candidate.id === message)
  }

  /** Uses a slash command; gives the bot's answer: its kind (Message, Deferred, …), and its message where there is one. */
  async slash (user, channel, command, options) {
    const { kind, interaction } = await this.#call('POST', '/commands', { ...this.#place(user, channel), command, options })
    return { kind, ...(await this.list(user, channel)).find((message) => message.interaction_metadata?.id === interaction) }
  }

  /** Asks for suggestions for the option that is being typed. */
  async suggest (user, channel, command, options, focused) {
    return (await this.#call('POST', '/commands', { ...this.#place(user, channel), command, options, focused })).choices
  }

  /** Presses a button; gives the kind of the bot's answer. */
  async press (user, channel, message, customId) {
    return (await this.#call('POST', '/components', { ...this.#place(user, channel), message, custom_id: customId })).kind
  }

  /** Has the sandbox misbehave: a line of its fault menu. */
  fault (kind, given = {}) {
    return this.#call('POST', '/faults', { kind, ...given })
  }

  #place (user, channel) {
    return { user: this.user(user), channel: this.channel(channel) }
  }

  async #call (method, path, body) {
    const response = await fetch(`${this.#page}/sandbox/api${path}`, {
      method,
      headers: body ? { 'Content-Type': 'application/json', 'X-ModBot-Sandbox': '1' } : {},
      body: body && JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }
}

function known (map, name, what) {
  const id = map.get(name)
  if (!id) throw new Error(`the sandbox has no ${what} "${name}"; it has ${[...map.keys()].join(', ')}`)
  return id
}
