'use strict'

// Preload (node --require): every TCP server of the process listens on 127.0.0.1 only, whatever its code asks for.
// The twin calls listen(0), which would open it on every interface. Unix sockets and inherited handles stay as they are.

const net = require('node:net')

const LOOPBACK = '127.0.0.1'
const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (...given) {
  const callback = given.findLast((argument) => typeof argument === 'function')
  return listen.apply(this, [onLoopback(given[0], given[1], given[2]), ...(callback ? [callback] : [])])
}

// Programs that must not run without this look for the mark before they listen.
globalThis[Symbol.for('modbot.loopback')] = true

function onLoopback (first, second, third) {
  if (first !== null && typeof first === 'object') {
    const isTcp = first.port !== undefined || (first.path === undefined && first.fd === undefined && first._handle === undefined && first.handle === undefined)
    return isTcp ? { ...first, host: LOOPBACK } : first
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return first
  const port = typeof first === 'function' || first === undefined || first === null ? 0 : Number(first)
  const backlog = [third, second].find((argument) => typeof argument === 'number')
  return { port, host: LOOPBACK, ...(backlog === undefined ? {} : { backlog }) }
}
