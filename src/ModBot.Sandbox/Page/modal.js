// The forms that a bot opens, and the page's own small questions.
import { el, optionsOf } from './render.js';

const dialog = document.getElementById('modal');
const form = document.getElementById('modal-form');
const title = document.getElementById('modal-title');
const fields = document.getElementById('modal-fields');
let finish = () => {};

document.getElementById('modal-cancel').addEventListener('click', () => dialog.close('cancel'));
dialog.addEventListener('close', () => finish(dialog.returnValue === 'ok'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  dialog.close('ok');
});

function open(heading, nodes, ok, mayCancel = true) {
  document.getElementById('modal-cancel').hidden = !mayCancel;
  title.textContent = heading;
  fields.replaceChildren(...nodes);
  document.getElementById('modal-ok').textContent = ok;
  dialog.returnValue = '';
  dialog.showModal();
  fields.querySelector('input, textarea, select')?.focus();
  return new Promise((resolve) => { finish = resolve; });
}

// Shows a bot's modal; gives the fields by custom id, or null where the person left it.
export async function fillIn(modal, context) {
  const inputs = [];
  const nodes = modal.components.map((component) => field(component, context, inputs)).filter(Boolean);
  if (!await open(modal.title, nodes, 'Submit')) return null;
  return Object.fromEntries(inputs.map(([name, read]) => [name, read()]));
}

export async function ask(heading, label, maxLength) {
  const input = el('input', { type: 'text', maxlength: String(maxLength), required: true });
  return await open(heading, [el('label', { class: 'field' }, el('span', {}, label), input)], 'OK') ? input.value.trim() : null;
}

export const choose = (heading, nodes) => open(heading, nodes, 'Close', false);

function field(component, context, inputs) {
  if (component.type === 10) return el('p', {}, component.content);
  const input = component.component ?? component.components?.[0];
  if (!input) return null;
  const label = component.label ?? input.label ?? '';
  const control = controlOf(input, context, inputs);
  return el('label', { class: 'field' }, el('span', {}, label), control, component.description ? el('small', {}, component.description) : null);
}

function controlOf(input, context, inputs) {
  const required = input.required ?? true;
  if (input.type === 4) {
    const node = input.style === 2 ? el('textarea', { rows: '5' }) : el('input', { type: 'text' });
    node.value = input.value ?? '';
    node.placeholder = input.placeholder ?? '';
    node.maxLength = input.max_length ?? 4000;
    if (input.min_length) node.minLength = input.min_length;
    node.required = required;
    inputs.push([input.custom_id, () => node.value]);
    return node;
  }
  if (input.type === 23) {
    const node = el('input', { type: 'checkbox', checked: Boolean(input.default) });
    inputs.push([input.custom_id, () => String(node.checked)]);
    return node;
  }
  const many = (input.max_values ?? 1) > 1;
  const node = el('select', { multiple: many, required });
  if (!many) node.append(el('option', { value: '' }, input.placeholder ?? 'Choose …'));
  for (const option of optionsOf(input, context)) node.append(el('option', { value: option.value, selected: Boolean(option.default) }, option.label));
  inputs.push([input.custom_id, () => [...node.selectedOptions].map((option) => option.value).filter(Boolean)]);
  return node;
}
