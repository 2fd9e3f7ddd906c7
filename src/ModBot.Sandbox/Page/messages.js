// One message as the log shows it.
import { avatar, body, components, dayOf, el, embed, time } from './render.js';

const Loading = 128, Forwarded = 1;
const joinWithin = 5 * 60 * 1000;

// Whether a message stands under the one before it, without name and picture.
export function joins(message, before) {
  return Boolean(before)
    && before.author.id === message.author.id
    && before.page.name === message.page.name
    && before.page.ephemeral === message.page.ephemeral
    && !message.referenced_message
    && message.type !== 20
    && dayOf(before) === dayOf(message)
    && new Date(message.timestamp) - new Date(before.timestamp) < joinWithin;
}

export function divider(message) {
  return el('div', { class: 'day', role: 'separator' }, el('span', {}, dayOf(message)));
}

export function row(message, context, joined) {
  const classes = ['message'];
  if (joined) classes.push('joined');
  if (message.deleted) classes.push('deleted');
  if (message.page.ephemeral) classes.push('ephemeral');
  const node = el('article', { class: classes.join(' '), id: 'm' + message.id, 'aria-label': `${message.page.name}: ${summary(message)}` });
  if (message.type === 6) {
    node.classList.add('system');
    node.append(el('p', {}, `${message.page.name} pinned a message.`), time(message.timestamp));
    return node;
  }
  const side = el('div', { class: 'side-mark' }, joined ? time(message.timestamp) : avatar(message));
  const main = el('div', { class: 'content' });
  if (message.referenced_message !== undefined) main.append(replied(message, context));
  if (message.interaction) main.append(el('p', { class: 'answered' }, `${message.interaction.user.global_name ?? message.interaction.user.username} used /${message.interaction.name}`));
  if (!joined) main.append(head(message));
  main.append(...content(message, context));
  node.append(side, main);
  if (!message.deleted) node.append(actions(message, context));
  return node;
}

function head(message) {
  const node = el('p', { class: 'by' }, el('strong', {}, message.page.name));
  if (message.page.color) {
    node.firstChild.classList.add('colored');
    node.firstChild.style.setProperty('--role', '#' + message.page.color.toString(16).padStart(6, '0'));
  }
  if (message.author.bot) node.append(el('span', { class: 'tag' }, message.webhook_id && !message.application_id ? 'Webhook' : 'App'));
  node.append(time(message.timestamp));
  return node;
}

function content(message, context) {
  const nodes = [];
  const loading = (message.flags & Loading) !== 0;
  if (loading) nodes.push(el('p', { class: 'thinking' }, `${message.page.name} is thinking …`));
  if (message.content) {
    const text = body(message.content, context.names);
    if (message.edited_timestamp && !message.deleted) text.append(el('span', { class: 'edited', title: message.edited_timestamp }, ' (edited)'));
    nodes.push(message.deleted ? el('del', {}, text) : text);
  }
  for (const snapshot of message.message_reference?.type === Forwarded ? message.message_snapshots ?? [] : [])
    nodes.push(el('div', { class: 'forward' }, el('p', { class: 'note' }, 'Forwarded'), body(snapshot.message.content ?? '', context.names), ...(snapshot.message.embeds ?? []).map((e) => embed(e, context.names))));
  nodes.push(...(message.embeds ?? []).map((json) => embed(json, context.names)));
  for (const file of message.attachments ?? []) nodes.push(el('p', { class: 'file' }, `File: ${file.filename} (${file.size.toLocaleString()} bytes)`));
  for (const sticker of message.sticker_items ?? []) nodes.push(el('p', { class: 'file' }, `Sticker: ${sticker.name}`));
  if (message.poll) nodes.push(el('div', { class: 'forward' }, el('p', { class: 'note' }, 'Poll'), el('strong', {}, message.poll.question.text ?? ''), el('ul', {}, ...message.poll.answers.map((a) => el('li', {}, a.poll_media.text ?? '')))));
  nodes.push(...components(message.components ?? [], { ...context, frozen: Boolean(message.deleted), press: (node, customId, values) => context.press(message, node, customId, values) }));
  if (message.thread) nodes.push(el('button', { type: 'button', class: 'quiet', onclick: () => context.open(message.thread.id) }, `Thread: ${message.thread.name}`));
  if (message.reactions?.length) nodes.push(reactions(message, context));
  if (message.deleted) nodes.push(el('p', { class: 'note gone' }, deletion(message)));
  if (message.page.ephemeral) nodes.push(el('p', { class: 'note' }, 'Only you can see this. ', el('button', { type: 'button', class: 'link', onclick: () => context.dismiss(message) }, 'Dismiss')));
  return nodes;
}

function deletion(message) {
  const { by, own, reason } = message.deleted;
  if (own) return 'deleted by the author';
  return reason ? `deleted by ${by} - ${reason}` : `deleted by ${by}`;
}

function replied(message, context) {
  const original = message.referenced_message;
  if (!original) return el('p', { class: 'replied' }, 'Reply to a message that is gone');
  const name = context.names.user(original.author.id, original.author.global_name ?? original.author.username);
  return el('button', { type: 'button', class: 'replied link', onclick: () => context.reveal(original.id) }, `${name}: ${clip(original.content || original.embeds?.[0]?.title || 'a message without text', 80)}`);
}

function reactions(message, context) {
  return el('div', { class: 'reactions' }, ...message.reactions.map((reaction) => {
    const emoji = reaction.emoji.id ? `${reaction.emoji.name}:${reaction.emoji.id}` : reaction.emoji.name;
    return el('button', { type: 'button', class: 'reaction', 'aria-label': `${reaction.emoji.name}, ${reaction.count}`, onclick: () => context.react(message, emoji) }, `${reaction.emoji.name} ${reaction.count}`);
  }));
}

function actions(message, context) {
  const node = el('div', { class: 'tools', role: 'group', 'aria-label': 'What to do with this message' });
  const tool = (label, act) => node.append(el('button', { type: 'button', class: 'quiet', onclick: act }, label));
  if (message.page.ephemeral) return node;
  if (context.channel.can_send) tool('Reply', () => context.reply(message));
  tool('👍', () => context.react(message, '👍'));
  node.lastChild.setAttribute('aria-label', 'React with a thumb up');
  for (const command of context.messageCommands) tool(command.name, () => context.apply(message, command));
  if (!message.webhook_id || message.application_id) {
    for (const command of context.userCommands) {
      tool(command.name, () => context.applyTo(message, command));
      node.lastChild.setAttribute('aria-label', `${command.name} (${message.page.name})`);
    }
  }
  if (message.author.id === context.me.id && message.content) tool('Edit', () => context.edit(message));
  if (message.author.id === context.me.id || context.channel.can_manage) tool('Delete', () => context.delete(message));
  return node;
}

export const summary = (message) => clip(message.content || message.embeds?.[0]?.title || 'no text', 120);

const clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + '…' : text);
