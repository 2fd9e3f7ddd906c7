// The fault menu.
import * as api from './api.js';
import { choose } from './modal.js';
import { el } from './render.js';

const menu = [
  ['Drop the connection', { kind: 'drop' }],
  ['Close it with code 4000', { kind: 'close', code: 4000 }],
  ['Ask for a reconnect', { kind: 'reconnect' }],
  ['Invalidate the session', { kind: 'invalidate' }],
  ['Refuse the next resume', { kind: 'refuse_resume', times: 1 }],
  ['Fail the next 3 resume handshakes', { kind: 'refuse_resume_handshake', times: 3 }],
  ['Stop acknowledging heartbeats', { kind: 'stop_acks' }],
  ['Delay REST answers by 1 s', { kind: 'rest_delay', milliseconds: 1000 }],
  ['Delay gateway frames by 1 s', { kind: 'gateway_delay', milliseconds: 1000 }],
  ['Rate-limit the next 20 requests', { kind: 'rate_limit', times: 20, milliseconds: 1000 }],
  ['Fail the next 5 requests with 500', { kind: 'errors', times: 5, status: 500 }],
  ['Fail the next 5 requests with 502', { kind: 'errors', times: 5, status: 502 }],
  ['Send a malformed frame', { kind: 'malformed' }],
  ['Send unknown events', { kind: 'unknown' }],
  ['Send every 3rd event twice', { kind: 'duplicate', times: 3 }],
  ['Swap every 3rd event with the next', { kind: 'reorder', times: 3 }],
  ['Everything back to normal', { kind: 'clear' }],
];

export async function openFaults(toast) {
  const state = el('p', { class: 'note', role: 'status' });
  const show = (faults) => {
    const on = Object.entries(faults).filter(([, value]) => value).map(([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`);
    state.textContent = on.length ? 'Now: ' + on.join(', ') : 'Nothing is wrong now.';
  };
  const buttons = menu.map(([label, body]) => el('button', {
    type: 'button',
    class: 'component secondary',
    onclick: async () => {
      try {
        show(await api.post('/faults', body));
      } catch (fault) {
        toast(fault.message);
      }
    },
  }, label));
  show(await api.get('/faults'));
  await choose('What should go wrong?', [state, el('div', { class: 'faults' }, ...buttons)]);
}
