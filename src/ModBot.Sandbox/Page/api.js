// Talks to the sandbox's control API. Changing calls carry a header that a foreign page cannot send.

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.headers['X-ModBot-Sandbox'] = '1';
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch('/sandbox/api' + path, options);
  } catch {
    throw new Error('The sandbox does not answer.');
  }
  const json = await response.json().catch(() => null);
  if (!response.ok) throw new Error(json?.error ?? `The sandbox answered ${response.status}.`);
  return json;
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const patch = (path, body) => call('PATCH', path, body);
export const remove = (path, body) => call('DELETE', path, body);

// Live updates for one user; the browser reconnects on its own.
export function listen(user, handlers) {
  const source = new EventSource(`/sandbox/api/events?user=${user}`);
  let lost = false;
  source.onopen = () => {
    handlers.online();
    if (lost) handlers.refresh();
    lost = false;
  };
  source.onerror = () => {
    lost = true;
    handlers.offline();
  };
  for (const name of ['created', 'updated', 'deleted', 'reload', 'refresh', 'typing'])
    source.addEventListener(name, (event) => handlers[name](JSON.parse(event.data)));
  return () => source.close();
}
