// The chat page: keeps what is known, shows it, and hands on what people do.
import * as api from './api.js';
import { createComposer } from './composer.js';
import { openFaults } from './faults.js';
import { divider, joins, row, summary } from './messages.js';
import { ask, fillIn } from './modal.js';
import { dayOf, el } from './render.js';

const $ = (id) => document.getElementById(id);
const log = $('log');
const state = { me: null, users: [], roles: [], channels: [], bot: {}, channel: null, messages: [], more: false, unread: new Set(), commands: [], replyTo: null, editing: null };
let stopListening = () => {};
let reloading = 0;

const names = {
  user: (id, fallback) => (id === state.bot.id ? state.bot.name : state.users.find((u) => u.id === id)?.name) ?? fallback ?? 'unknown-user',
  role: (id) => state.roles.find((r) => r.id === id)?.name ?? 'unknown-role',
  channel: (id) => state.channels.find((c) => c.id === id)?.name ?? 'unknown',
  open: (channel, message) => attempt(() => goTo(channel, message)),
};

const view = () => ({
  ...state, names, react, reply, edit, delete: erase, dismiss, reveal, open, apply, applyTo,
  userCommands: state.commands.filter((command) => command.type === 2),
  messageCommands: state.commands.filter((command) => command.type === 3),
  press: (message, node, customId, values) => answer(node, () => api.post('/components', { ...place(), message: message.id, custom_id: customId, values })),
});

const composer = createComposer(
  { form: $('composer'), text: $('text'), suggest: $('suggest'), command: $('command'), hint: $('hint') },
  () => ({ ...state, run: (command, options) => answer($('send'), () => api.post('/commands', { ...place(), command, options })), send, cancel }),
);

const place = () => ({ user: state.me.id, channel: state.channel.id });

function toast(text) {
  const node = el('p', { class: 'toast' }, text);
  $('toasts').append(node);
  setTimeout(() => node.remove(), 6000);
}

async function attempt(action) {
  try {
    return await action();
  } catch (fault) {
    toast(fault.message);
    return null;
  }
}

// What was asked for in the address: #review or #review@mia.
function wanted() {
  const [channel, user] = decodeURIComponent(location.hash.slice(1)).split('@');
  return { channel, user };
}

async function load(userId) {
  const json = await api.get('/state' + (userId ? `?user=${userId}` : ''));
  Object.assign(state, { users: json.users, roles: json.roles, channels: json.channels, bot: json.bot });
  state.me = json.me ?? json.users[0];
  $('guild').textContent = json.guild.name;
  $('bot').className = 'bot ' + (json.bot.connected ? 'online' : 'away');
  $('bot-text').textContent = json.bot.connected ? `${json.bot.name} is online${json.bot.activity ? ': ' + json.bot.activity : ''}` : `${json.bot.name} is not connected`;
  $('user').replaceChildren(...state.users.map((user) => el('option', { value: user.id, selected: user.id === state.me.id }, user.name)));
  $('roles').textContent = state.me.timed_out_until ? 'Timed out until ' + new Date(state.me.timed_out_until).toLocaleTimeString() : state.me.roles.join(', ') || 'No roles';
  showChannels();
}

function showChannels() {
  const item = (channel) => el('li', {}, el('button', {
    type: 'button',
    class: [state.unread.has(channel.id) ? 'unread' : '', channel.parent_id ? 'thread' : ''].join(' '),
    'aria-current': channel.id === state.channel?.id ? 'page' : undefined,
    onclick: () => open(channel.id),
  }, el('span', { class: 'hash', 'aria-hidden': 'true' }, channel.type === 1 ? '@' : channel.parent_id ? '↳' : channel.private ? '◇' : '#'), channel.name, state.unread.has(channel.id) ? el('span', { class: 'hidden' }, ' (new messages)') : null));
  const own = state.channels.filter((c) => c.type !== 1);
  const ordered = own.filter((c) => !c.parent_id).flatMap((c) => [c, ...own.filter((t) => t.parent_id === c.id)]);
  $('channels').replaceChildren(...ordered.map(item));
  const direct = state.channels.filter((c) => c.type === 1);
  $('direct').replaceChildren(...(direct.length ? direct.map(item) : [el('li', {}, el('button', { type: 'button', onclick: openDirect }, el('span', { class: 'hash', 'aria-hidden': 'true' }, '@'), state.bot.name ?? 'ModBot'))]));
}

async function openDirect() {
  const channel = await attempt(() => api.post('/direct', { user: state.me.id }));
  if (!channel) return;
  await load(state.me.id);
  await open(channel.id);
}

async function open(id) {
  const channel = state.channels.find((c) => c.id === id) ?? state.channels[0];
  if (!channel) return;
  state.channel = channel;
  state.unread.delete(channel.id);
  cancel();
  composer.reset();
  $('channel').textContent = (channel.type === 1 ? '@' : '#') + channel.name;
  $('topic').textContent = channel.topic ?? '';
  $('text').placeholder = channel.can_send ? `Message ${channel.type === 1 ? '@' : '#'}${channel.name}, or / for commands` : 'You may not write here';
  $('text').disabled = $('send').disabled = !channel.can_send;
  document.title = `#${channel.name} · ModBot sandbox`;
  history.replaceState(null, '', '#' + channel.name);
  drawer(false);
  showChannels();
  await Promise.all([loadMessages(), loadCommands()]);
  show();
  bottom();
}

// Opens a channel at a message, going back through its pages as far as needed.
async function goTo(channel, message) {
  if (!state.channels.some((c) => c.id === channel)) throw new Error('You cannot see that channel.');
  if (channel !== state.channel.id) await open(channel);
  for (let pages = 0; pages < 50 && state.more && !state.messages.some((m) => m.id === message); pages++) await loadMessages(state.messages[0].id);
  show();
  reveal(message);
}

async function loadMessages(before) {
  const page = await attempt(() => api.get(`/channels/${state.channel.id}/messages?user=${state.me.id}${before ? '&before=' + before : ''}`));
  if (!page) return;
  state.messages = before ? [...page.messages, ...state.messages] : page.messages;
  state.more = page.more;
}

async function loadCommands() {
  state.commands = await attempt(() => api.get(`/channels/${state.channel.id}/commands?user=${state.me.id}`)) ?? [];
  composer.setCommands(state.commands);
}

function show() {
  const context = view();
  const rows = [];
  if (state.more) rows.push(el('button', { type: 'button', class: 'quiet earlier', onclick: earlier }, 'Earlier messages'));
  let before = null;
  for (const message of state.messages) {
    if (!before || dayOf(before) !== dayOf(message)) rows.push(divider(message));
    rows.push(row(message, context, joins(message, before)));
    before = message;
  }
  if (!state.messages.length) rows.push(el('p', { class: 'empty' }, 'Nothing has been said here yet.'));
  log.replaceChildren(...rows);
}

async function earlier() {
  const height = log.scrollHeight;
  await loadMessages(state.messages[0]?.id);
  show();
  log.scrollTop = log.scrollHeight - height;
}

const nearBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < 120;
const bottom = () => { log.scrollTop = log.scrollHeight; $('jump').hidden = true; };

function put(message) {
  if (message.channel_id !== state.channel?.id) {
    if (!message.deleted && !state.unread.has(message.channel_id)) {
      state.unread.add(message.channel_id);
      showChannels();
    }
    return;
  }
  const stick = nearBottom();
  const at = state.messages.findIndex((m) => m.id === message.id);
  if (at >= 0) state.messages[at] = message;
  else {
    const after = state.messages.findIndex((m) => BigInt(m.id) > BigInt(message.id));
    state.messages.splice(after < 0 ? state.messages.length : after, 0, message);
  }
  draw();
  if (stick) pending.stick = true;
  else if (at < 0) $('jump').hidden = false;
}

// Many updates in one turn are drawn once.
const pending = { frame: 0, stick: false };
function draw() {
  if (pending.frame) return;
  pending.frame = requestAnimationFrame(() => {
    pending.frame = 0;
    const top = log.scrollTop;
    show();
    if (pending.stick) bottom();
    else log.scrollTop = top;
    pending.stick = false;
  });
}

function replace(message) {
  if (message.channel_id === state.channel?.id && state.messages.some((m) => m.id === message.id)) put(message);
}

function reload() {
  clearTimeout(reloading);
  reloading = setTimeout(() => attempt(async () => {
    await load(state.me.id);
    const current = state.channels.find((c) => c.id === state.channel?.id);
    if (!current) return open(state.channels[0]?.id);
    const changed = current.can_send !== state.channel.can_send || current.can_manage !== state.channel.can_manage;
    state.channel = current;
    $('topic').textContent = current.topic ?? '';
    $('text').disabled = $('send').disabled = !current.can_send;
    await loadCommands();
    if (changed || state.commands.some((command) => command.type === 3)) draw();
  }), 300);
}

function listen() {
  stopListening();
  stopListening = api.listen(state.me.id, {
    online: () => { $('offline').hidden = true; },
    offline: () => { $('offline').hidden = false; },
    created: put,
    updated: replace,
    deleted: put,
    reload,
    refresh: () => attempt(() => become(state.me.id)),
    typing: () => {},
  });
}

async function become(id) {
  const channel = state.channel?.id;
  state.unread.clear();
  await load(id);
  listen();
  await open(channel);
}

async function send(content) {
  if (state.editing) {
    const message = state.editing;
    const done = await attempt(() => api.patch('/messages', { ...place(), message: message.id, content }));
    if (done) cancel();
    return Boolean(done);
  }
  const body = { ...place(), content };
  if (state.replyTo) body.reply_to = state.replyTo.id;
  const done = await attempt(() => api.post('/messages', body));
  if (done) cancel();
  bottom();
  return Boolean(done);
}

// Waits for the bot's answer to a command, button or form; a form is shown at once.
async function answer(node, start) {
  node.classList.add('busy');
  node.setAttribute('aria-busy', 'true');
  try {
    const reply = await start();
    if (reply.kind === 'None') toast('The bot did not answer within three seconds.');
    if (reply.kind === 'Modal') {
      const fields = await fillIn(reply.modal, state);
      if (fields) await answer(node, () => api.post('/modals', { user: state.me.id, interaction: reply.interaction, fields }));
    }
  } catch (fault) {
    toast(fault.message);
  } finally {
    node.classList.remove('busy');
    node.removeAttribute('aria-busy');
  }
}

function cancel() {
  const editing = Boolean(state.editing);
  state.replyTo = state.editing = null;
  $('reply').hidden = true;
  if (editing) composer.setText('');
}

function reply(message) {
  state.replyTo = message;
  state.editing = null;
  $('reply-text').textContent = `Replying to ${message.page.name}: ${summary(message)}`;
  $('reply').hidden = false;
  $('text').focus();
}

function edit(message) {
  state.editing = message;
  state.replyTo = null;
  $('reply-text').textContent = 'Editing your message';
  $('reply').hidden = false;
  composer.setText(message.content);
}

const react = (message, emoji) => attempt(() => api.post('/reactions', { ...place(), message: message.id, emoji }));
const erase = (message) => attempt(() => api.remove('/messages', { ...place(), message: message.id }));
const apply = (message, command) => answer($('m' + message.id), () => api.post('/commands', { ...place(), command: command.name, type: 3, target: message.id }));

const applyTo = (message, command) => answer($('m' + message.id), () => api.post('/commands', { ...place(), command: command.name, type: 2, target: message.author.id }));

function dismiss(message) {
  state.messages = state.messages.filter((m) => m.id !== message.id);
  draw();
}

function reveal(id) {
  const node = $('m' + id);
  node?.scrollIntoView({ block: 'center' });
  node?.classList.add('found');
  setTimeout(() => node?.classList.remove('found'), 1500);
}

async function addUser() {
  const name = await ask('Add a person', 'Name', 32);
  if (!name) return;
  const user = await attempt(() => api.post('/users', { name }));
  if (user) await choosePerson(user.id);
}

async function choosePerson(id) {
  localStorage.setItem('sandbox-user', id);
  await attempt(() => become(id));
}

$('user').addEventListener('change', (event) => choosePerson(event.target.value));
$('add-user').addEventListener('click', addUser);
$('open-faults').addEventListener('click', () => attempt(() => openFaults(toast)));
$('reply-cancel').addEventListener('click', cancel);
$('jump').addEventListener('click', bottom);
log.addEventListener('scroll', () => { if (nearBottom()) $('jump').hidden = true; });
function drawer(opened) {
  $('side').classList.toggle('open', opened);
  $('menu').setAttribute('aria-expanded', String(opened));
}
$('menu').addEventListener('click', (event) => {
  event.stopPropagation();
  drawer(!$('side').classList.contains('open'));
});
document.querySelector('.main').addEventListener('click', () => drawer(false));
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') drawer(false); });

async function begin() {
  const { channel, user } = wanted();
  await load(localStorage.getItem('sandbox-user'));
  const person = user && state.users.find((u) => u.username === user || u.name === user);
  if (person) await load(person.id);
  listen();
  await open((state.channels.find((c) => c.name === channel) ?? state.channels[0])?.id);
}

attempt(begin).catch(() => {});
