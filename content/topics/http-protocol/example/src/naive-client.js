import { once } from 'node:events';

// #region post
export function post(path, type, body) {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost:3000',
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}
// #endregion post

// #region send
export async function send(socket, request) {
  socket.write(request);
  const [bytes] = await once(socket, 'data');
  return bytes.toString();
}
// #endregion send
