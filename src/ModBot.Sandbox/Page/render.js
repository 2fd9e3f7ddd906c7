// Builds the page's elements. Everything that people or bots wrote becomes text nodes, never markup.

export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value === 'boolean') node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

const shortTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

export const dayOf = (message) => day.format(new Date(message.timestamp));

export function time(iso) {
  const date = new Date(iso);
  return el('time', { datetime: iso, title: fullTime.format(date) }, shortTime.format(date));
}

// A small, safe subset of Markdown: code, spoilers, bold, italics, underline, strike, quotes, headings, mentions, times.
// Links stay text, with the address in sight; only links to messages here lead somewhere.
const inline = /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)|https:\/\/discord\.com\/channels\/(\d+)\/(\d+)\/(\d+)|```(?:[a-z]+\n)?([\s\S]+?)```|`([^`\n]+)`|\|\|([\s\S]+?)\|\||\*\*([\s\S]+?)\*\*|__([\s\S]+?)__|~~([\s\S]+?)~~|\*([^*\s](?:[^*\n]*[^*\s])?)\*|<@!?(\d+)>|<@&(\d+)>|<#(\d+)>|<t:(-?\d+)(?::[tTdDfFR])?>|<a?:(\w+):\d+>/g;

export function markdown(text, names, depth = 0) {
  const fragment = document.createDocumentFragment();
  if (depth > 6) {
    fragment.append(text);
    return fragment;
  }
  let at = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > at) fragment.append(text.slice(at, match.index));
    at = match.index + match[0].length;
    fragment.append(piece(match, names, depth));
  }
  if (at < text.length) fragment.append(text.slice(at));
  return fragment;
}

function piece(match, names, depth) {
  const [, label, address, , place, message, block, code, spoiler, bold, underline, strike, italic, user, role, channel, stamp, emoji] = match;
  const inner = (value) => markdown(value, names, depth + 1);
  if (address !== undefined) return link(label, address, names);
  if (message !== undefined) return jump('#' + names.channel(place), place, message, names);
  if (block !== undefined) return el('pre', {}, el('code', {}, block.replace(/^\n/, '')));
  if (code !== undefined) return el('code', {}, code);
  if (spoiler !== undefined) return spoilerOf(inner(spoiler));
  if (bold !== undefined) return el('strong', {}, inner(bold));
  if (underline !== undefined) return el('u', {}, inner(underline));
  if (strike !== undefined) return el('s', {}, inner(strike));
  if (italic !== undefined) return el('em', {}, inner(italic));
  if (user !== undefined) return el('span', { class: 'mention' }, '@' + names.user(user));
  if (role !== undefined) return el('span', { class: 'mention' }, '@' + names.role(role));
  if (channel !== undefined) return el('span', { class: 'mention' }, '#' + names.channel(channel));
  if (stamp !== undefined) return el('time', { class: 'stamp' }, fullTime.format(new Date(Number(stamp) * 1000)));
  return `:${emoji}:`;
}

function link(label, address, names) {
  const here = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)$/.exec(address);
  return here ? jump(label, here[1], here[2], names) : el('span', { class: 'address' }, label, ' ', el('small', {}, `(${address})`));
}

const jump = (label, channel, message, names) => el('button', { type: 'button', class: 'link', onclick: () => names.open(channel, message) }, label);

function spoilerOf(content) {
  const node = el('span', { class: 'spoiler', tabindex: '0', role: 'button', 'aria-label': 'Spoiler, activate to show' }, el('span', {}, content));
  const open = () => {
    node.classList.add('open');
    node.removeAttribute('role');
    node.removeAttribute('aria-label');
  };
  node.addEventListener('click', open);
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open();
  });
  return node;
}

// Lines: quotes and small headings, the rest inline.
export function body(text, names) {
  const node = el('div', { class: 'text' });
  const lines = text.split('\n');
  let plain = [];
  let fence = false;
  const flush = () => {
    if (plain.length) node.append(el('span', {}, markdown(plain.join('\n'), names)));
    plain = [];
  };
  for (const line of lines) {
    if ((line.match(/```/g) ?? []).length % 2 === 1) fence = !fence;
    const quote = !fence && /^>\s(.*)$/.exec(line);
    const small = !fence && /^-#\s(.+)$/.exec(line);
    const heading = !fence && /^#{1,3}\s(.+)$/.exec(line);
    if (!quote && !heading && !small) {
      plain.push(line);
      continue;
    }
    flush();
    if (quote) node.append(el('blockquote', {}, markdown(quote[1], names)));
    else if (small) node.append(el('small', {}, markdown(small[1], names)));
    else node.append(el('p', { class: 'heading' }, markdown(heading[1], names)));
  }
  flush();
  return node;
}

export function avatar(message) {
  const name = message.page.name;
  const node = el('div', { class: 'avatar', 'aria-hidden': 'true' }, [...name.trim()][0]?.toUpperCase() ?? '?');
  node.style.setProperty('--hue', String(hue(message.author.id)));
  return node;
}

// Neighbouring ids get colours far apart.
function hue(id) {
  let sum = 7;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 9973;
  return (sum * 137) % 360;
}

export function embed(json, names) {
  const node = el('article', { class: 'embed' });
  node.style.setProperty('--bar', json.color === undefined ? 'var(--line-strong)' : '#' + json.color.toString(16).padStart(6, '0'));
  if (json.author?.name) node.append(el('p', { class: 'embed-author' }, json.author.name));
  if (json.title) node.append(el('p', { class: 'embed-title' }, markdown(json.title, names)));
  if (json.description) node.append(body(json.description, names));
  if (json.fields?.length) {
    const list = el('dl', {});
    for (const field of json.fields)
      list.append(el('div', { class: field.inline ? 'inline' : '' }, el('dt', {}, markdown(field.name, names)), el('dd', {}, body(field.value, names))));
    node.append(list);
  }
  if (json.image?.url) node.append(el('p', { class: 'file' }, 'Image: ' + json.image.url));
  const foot = [json.footer?.text, json.timestamp && fullTime.format(new Date(json.timestamp))].filter(Boolean).join(' · ');
  if (foot) node.append(el('p', { class: 'embed-foot' }, foot));
  if (json.url) node.append(el('p', { class: 'embed-foot' }, json.url));
  return node;
}

const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary', 6: 'secondary' };

// Components: rows of buttons and selects, and the newer layout ones.
export function components(list, context) {
  return list.map((json) => component(json, context)).filter(Boolean);
}

function component(json, context) {
  switch (json.type) {
    case 1: return el('div', { class: 'buttons' }, ...components(json.components, context));
    case 2: return button(json, context);
    case 3: case 5: case 6: case 7: case 8: return select(json, context);
    case 9: return el('div', { class: 'section' }, el('div', {}, ...components(json.components, context)), ...components([json.accessory].filter(Boolean), context));
    case 10: return body(json.content ?? '', context.names);
    case 12: return el('p', { class: 'file' }, ...(json.items ?? []).map((item) => `Media: ${item.media?.url ?? ''} `));
    case 13: return el('p', { class: 'file' }, `File: ${json.file?.url ?? ''}`);
    case 14: return el('hr', {});
    case 17: {
      const node = el('div', { class: 'embed container' }, ...components(json.components ?? [], context));
      if (json.accent_color !== null && json.accent_color !== undefined) node.style.setProperty('--bar', '#' + json.accent_color.toString(16).padStart(6, '0'));
      return node;
    }
    default: return null;
  }
}

function button(json, context) {
  const label = [json.emoji?.name, json.label].filter(Boolean).join(' ');
  if (json.style === 5) return el('span', { class: 'link-button', title: json.url }, `${label} (${json.url})`);
  return el('button', {
    type: 'button',
    class: `component ${buttonStyles[json.style] ?? 'secondary'}`,
    disabled: Boolean(json.disabled) || context.frozen,
    onclick: (event) => context.press(event.currentTarget, json.custom_id, []),
  }, label);
}

export function optionsOf(json, context) {
  const people = () => context.users.map((user) => ({ label: user.name, value: user.id }));
  const roles = () => context.roles.map((role) => ({ label: '@' + role.name, value: role.id }));
  switch (json.type) {
    case 3: case 21: case 22: return json.options ?? [];
    case 5: return people();
    case 6: return roles();
    case 7: return [...people(), ...roles()];
    case 8: return context.channels.map((channel) => ({ label: '#' + channel.name, value: channel.id }));
    default: return [];
  }
}

function select(json, context) {
  const many = (json.max_values ?? 1) > 1;
  const node = el('select', { 'aria-label': json.placeholder ?? 'Choose', disabled: Boolean(json.disabled) || context.frozen, multiple: many });
  if (!many) node.append(el('option', { value: '' }, json.placeholder ?? 'Choose …'));
  for (const option of optionsOf(json, context))
    node.append(el('option', { value: option.value, selected: Boolean(option.default) }, option.description ? `${option.label} (${option.description})` : option.label));
  const chosen = () => [...node.selectedOptions].map((option) => option.value).filter(Boolean);
  if (!many) {
    node.addEventListener('change', () => {
      if (chosen().length) context.press(node, json.custom_id, chosen());
    });
    return node;
  }
  return el('span', { class: 'many' }, node, el('button', { type: 'button', class: 'component secondary', onclick: (event) => context.press(event.currentTarget, json.custom_id, chosen()) }, 'Choose'));
}
