import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

// The ticket sale. `state` is shared with the shutdown, which sets isStopping.
// #region app
export function createApp(state) {
  return createServer(async (req, res) => {
    const respond = (status, body) => {
      // Decided now, not when the request came: the stop may have begun since.
      if (state.isStopping) res.setHeader('Connection', 'close');
      res.writeHead(status).end(body);
    };
    if (req.url === '/readyz') {
      respond(state.isStopping ? 503 : 200);
    } else if (req.url === '/report') {
      await sleep(600);
      respond(200, 'report');
    } else if (req.url === '/stuck') {
      // never responds
    } else {
      await sleep(30);
      respond(200, 'ticket');
    }
  });
}
// #endregion app
