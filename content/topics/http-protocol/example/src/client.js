import { parseResponse } from './parse-response.js';

// #region post
export function post(path, type, body) {
  if (/[\r\n]/.test(path + type)) throw new TypeError('line break in header');
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost:3000',
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
// #endregion post

export function get(path) {
  return `GET ${path} HTTP/1.1\r\nHost: localhost:3000\r\n\r\n`;
}

// #region connection
export class Connection {
  #socket;
  #packets;
  #bytes = Buffer.alloc(0);

  constructor(socket) {
    this.#socket = socket;
    this.#packets = socket[Symbol.asyncIterator]();
  }

  // Await each call before the next: HTTP/1.1 responses carry no number.
  async send(request, { hasBody = true } = {}) {
    this.#socket.write(request);
    let closed = false;
    for (;;) {
      const found = parseResponse(this.#bytes, { hasBody, closed });
      if (found) {
        this.#bytes = found.rest; // the start of the next response
        if (found.status >= 200) return found;
        continue; // 100 Continue announces another response
      }
      if (closed) throw new Error('connection closed too early');
      const packet = await this.#packets.next();
      if (packet.done) closed = true;
      else this.#bytes = Buffer.concat([this.#bytes, packet.value]);
    }
  }
}
// #endregion connection
