// The message box: plain messages, and slash commands with a suggestion list, typed options and autocomplete.
import * as api from './api.js';
import { el } from './render.js';

const SubCommand = 1, Group = 2, Text = 3, Whole = 4, Yes = 5, User = 6, Channel = 7, Role = 8, Mentionable = 9, Decimal = 10, File = 11;

// Every command that can be run, with its path: "terms add".
export function leaves(commands) {
  const found = [];
  const walk = (path, node, top) => {
    const options = node.options ?? [];
    if (options.some((option) => option.type <= Group)) {
      for (const option of options) walk([...path, option.name], option, top);
    } else {
      found.push({ path: path.join(' '), description: node.description, options });
    }
  };
  for (const command of commands.filter((c) => c.type === 1)) walk([command.name], command, command);
  return found;
}

export function createComposer(parts, context) {
  const { form, text, suggest, command: panel, hint } = parts;
  let commands = [];
  let shown = [];
  let active = 0;
  let current = null;

  const grow = () => {
    text.style.height = 'auto';
    text.style.height = Math.min(text.scrollHeight, 200) + 'px';
  };

  function list(items, pick, into) {
    shown = items;
    active = 0;
    suggest.replaceChildren(...items.map((item, index) => el('div', {
      class: 'option', role: 'option', id: `s${index}`, 'aria-selected': String(index === 0),
      onmousedown: (event) => { event.preventDefault(); pick(item); },
    }, el('strong', {}, item.label), el('span', {}, item.detail ?? ''))));
    suggest.hidden = items.length === 0;
    suggest.pick = pick;
    suggest.owner = into;
    if (items.length) into.setAttribute('aria-activedescendant', 's0');
    else into.removeAttribute('aria-activedescendant');
  }

  function close() {
    shown = [];
    suggest.hidden = true;
    suggest.owner?.removeAttribute('aria-activedescendant');
  }

  function move(step) {
    active = (active + step + shown.length) % shown.length;
    [...suggest.children].forEach((child, index) => child.setAttribute('aria-selected', String(index === active)));
    suggest.children[active].scrollIntoView({ block: 'nearest' });
    suggest.owner.setAttribute('aria-activedescendant', `s${active}`);
  }

  // True where the key was for the suggestion list.
  function steer(event) {
    if (suggest.hidden || !shown.length) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' || event.key === 'Enter') suggest.pick(shown[active]);
    else return false;
    event.preventDefault();
    return true;
  }

  function offerCommands() {
    if (!text.value.startsWith('/')) {
      close();
      return;
    }
    const wanted = text.value.slice(1).trimStart().toLowerCase();
    const fits = commands.filter((c) => c.path.includes(wanted)).sort((a, b) => Number(b.path.startsWith(wanted)) - Number(a.path.startsWith(wanted)));
    list(fits.map((c) => ({ label: '/' + c.path, detail: c.description, command: c })), (item) => start(item.command), text);
  }

  // Runs a command without options at once; otherwise asks for them.
  function start(command) {
    close();
    text.value = '';
    grow();
    if (command.options.length === 0) {
      run(command, {});
      return;
    }
    current = command;
    panel.replaceChildren(el('p', { class: 'chip' }, '/' + command.path, el('span', {}, command.description)), ...command.options.map(field));
    panel.hidden = false;
    text.closest('.row').classList.add('asking');
    form.querySelector('.send').textContent = 'Run';
    hint.textContent = 'Enter runs the command, Escape leaves it.';
    panel.querySelector('input, select')?.focus();
  }

  function field(option) {
    const label = el('label', { class: 'field' }, el('span', {}, option.name, option.required ? '' : ' (optional)'));
    label.title = option.description;
    const input = control(option);
    input.dataset.option = option.name;
    input.required = Boolean(option.required);
    input.setAttribute('aria-description', option.description);
    label.append(input, el('small', {}, option.description));
    return label;
  }

  function control(option) {
    const choose = (items) => el('select', {}, el('option', { value: '' }, option.required ? 'Choose …' : 'None'), ...items.map(([label, value]) => el('option', { value }, label)));
    const { users, roles, channels } = context();
    if (option.choices?.length) return choose(option.choices.map((c) => [c.name, String(c.value)]));
    switch (option.type) {
      case Yes: return choose([['Yes', 'true'], ['No', 'false']]);
      case User: return choose(users.map((u) => [u.name, u.id]));
      case Channel: return choose(channels.map((c) => ['#' + c.name, c.id]));
      case Role: return choose(roles.map((r) => ['@' + r.name, r.id]));
      case Mentionable: return choose([...users.map((u) => [u.name, u.id]), ...roles.map((r) => ['@' + r.name, r.id])]);
    }
    if (option.type === File) return pickFile();
    const number = option.type === Whole || option.type === Decimal;
    const input = el('input', { type: number && !option.autocomplete ? 'number' : 'text', step: option.type === Decimal ? 'any' : undefined, min: option.min_value, max: option.max_value, minlength: option.min_length, maxlength: option.max_length });
    if (option.autocomplete) complete(input, option);
    return input;
  }

  // What was picked is read at once, so that the command can be sent without waiting.
  function pickFile() {
    const input = el('input', { type: 'file' });
    input.addEventListener('change', async () => {
      const file = input.files[0];
      input.picked = undefined;
      if (!file) return;
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = '';
      for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
      input.picked = { filename: file.name, content_type: file.type || 'application/octet-stream', content: btoa(text) };
    });
    return input;
  }

  function complete(input, option) {
    let timer = 0;
    let asked = 0;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', 'suggest');
    const ask = async () => {
      const turn = ++asked;
      const { me, channel } = context();
      try {
        const answer = await api.post('/commands', { user: me.id, channel: channel.id, command: current.path, focused: option.name, options: { ...values(), [option.name]: input.value } });
        if (turn !== asked || document.activeElement !== input) return;
        list(answer.choices.map((c) => ({ label: c.name, detail: c.value === c.name ? '' : c.value, value: c.value })), (item) => { input.value = item.value; close(); }, input);
      } catch {
        close();
      }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(ask, 200); };
    input.addEventListener('input', later);
    input.addEventListener('focus', later);
    input.addEventListener('blur', () => { clearTimeout(timer); asked++; close(); });
  }

  function values() {
    const result = {};
    for (const input of panel.querySelectorAll('[data-option]')) {
      if (input.type === 'file') {
        if (input.picked) result[input.dataset.option] = input.picked;
      } else if (input.value !== '') {
        result[input.dataset.option] = input.value;
      }
    }
    return result;
  }

  async function run(command, options) {
    await context().run(command.path, options);
  }

  function leave() {
    current = null;
    panel.hidden = true;
    panel.replaceChildren();
    text.closest('.row').classList.remove('asking');
    form.querySelector('.send').textContent = 'Send';
    hint.textContent = '';
    close();
    text.focus();
  }

  text.addEventListener('input', () => { grow(); offerCommands(); });
  text.addEventListener('blur', close);
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || steer(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape') {
      context().cancel();
    }
  });
  panel.addEventListener('keydown', (event) => {
    if (event.isComposing || steer(event)) return;
    if (event.key === 'Escape') leave();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (current) {
      const command = current, options = values();
      leave();
      await run(command, options);
      return;
    }
    const content = text.value.trim();
    if (!content) return;
    if (content.startsWith('/')) {
      const typed = commands.find((c) => '/' + c.path === content);
      if (typed) start(typed);
      else offerCommands();
      return;
    }
    // Emptied before the answer comes: what is typed meanwhile is the next message, and a refused one comes back.
    text.value = '';
    grow();
    if (!await context().send(content)) {
      text.value = text.value ? content + '\n' + text.value : content;
      grow();
    }
  });

  return {
    setCommands(all) { commands = leaves(all); },
    setText(value) { text.value = value; grow(); text.focus(); },
    reset() { if (current) leave(); close(); },
  };
}
