import { request } from 'node:https';

/** What a client gets: the response and the protocol, or the code of its error. */
export function ask(port, options) {
  return new Promise((resolve) => {
    const host = { host: '127.0.0.1', port, agent: false };
    const req = request({ ...host, ...options }, (res) => {
      const verified = res.socket.authorized;
      res.resume();
      const { statusCode, socket } = res;
      resolve(
        `${statusCode} over ${socket.getProtocol()}, verified: ${verified}`,
      );
    });
    req.on('error', (error) => resolve(error.code));
    req.end();
  });
}
