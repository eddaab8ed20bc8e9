import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

const refusal =
  'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

export function createAuctionServer({
  bids,
  tickets,
  origin,
  beat = 30_000,
  longest = 3_600_000,
}) {
  const server = createServer((req, res) => res.writeHead(404).end());
  let stopping = false;
  // #region upgrade
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  server.on('upgrade', async (req, socket, head) => {
    socket.on('error', () => socket.destroy());
    try {
      const url = URL.parse(req.url, 'http://localhost');
      const [, auction] = url?.pathname.match(/^\/auctions\/(\d{1,9})$/) ?? [];
      const since = url?.searchParams.get('since') ?? '';
      const allowed =
        auction && /^\d{0,9}$/.test(since) && req.headers.origin === origin;
      const ticket = url?.searchParams.get('ticket');
      const bidder = allowed && (await tickets.redeem(ticket));
      if (!bidder || stopping) return socket.end(refusal);

      sockets.handleUpgrade(req, socket, head, (client) =>
        join(client, Number(auction), bidder, since),
      );
    } catch {
      socket.destroy();
    }
  });
  // #endregion upgrade

  // #region join
  async function join(client, auction, bidder, since) {
    Object.assign(client, { auction, alive: true, joined: Date.now() });
    client.early = []; // bids that arrive while we read the older ones
    client.on('error', () => client.terminate());
    client.on('pong', () => (client.alive = true));
    client.on('message', inOrder(client, bidder));
    try {
      const state = await bids.state(auction);
      if (!state) return client.close(4004, 'no such auction');
      if (since === '' || Number(since) > state.number) {
        client.last = state.number;
        send(client, { type: 'state', ...state });
      } else {
        client.last = Number(since);
        for (const bid of await bids.since(auction, client.last)) {
          deliver(client, bid);
        }
      }
      for (const bid of client.early) deliver(client, bid);
      client.early = undefined;
    } catch {
      client.close(1011, 'try again');
    }
  }

  bids.on('bid', (bid) => {
    for (const client of sockets.clients) {
      if (client.auction !== bid.auction) continue;
      if (client.early) client.early.push(bid);
      else deliver(client, bid);
    }
  });

  function deliver(client, bid) {
    if (bid.number <= client.last) return; // has it already
    client.last = bid.number;
    send(client, { type: 'bid', ...bid });
  }
  // #endregion join

  // #region message
  /** One bid at a time, or a later one could overtake an earlier one. */
  function inOrder(client, bidder) {
    let waiting = 0;
    let done = Promise.resolve();
    return (data) => {
      if (client.readyState !== WebSocket.OPEN) return; // we sent it away
      let amount;
      try {
        amount = JSON.parse(data)?.amount;
      } catch {
        return client.close(1007, 'not JSON');
      }
      if (!Number.isInteger(amount) || amount < 1 || amount > 1_000_000_000) {
        return client.close(1008, 'amount has to be a number of cents');
      }
      waiting += 1;
      if (waiting > 100) return client.close(1008, 'too many at once');
      done = done.then(() => place(client, bidder, amount));
      done = done.then(() => (waiting -= 1));
    };
  }

  async function place(client, bidder, amount) {
    try {
      const accepted = await bids.place(client.auction, bidder, amount);
      if (!accepted) send(client, { type: 'refused', amount });
    } catch {
      client.close(1011, 'try again');
    }
  }
  // #endregion message

  // #region beat
  const timer = setInterval(() => {
    for (const client of sockets.clients) {
      if (!client.alive) {
        client.terminate();
      } else if (Date.now() - client.joined > longest) {
        client.close(4001, 'get a new ticket');
      } else {
        client.alive = false;
        client.ping();
        send(client, { type: 'beat' });
      }
    }
  }, beat);
  // #endregion beat

  return {
    server,
    viewers: () => sockets.clients.size,
    // #region stop
    /** Sends everyone away, and cuts off those that don't close in `grace` ms. */
    stop(grace = 5_000) {
      stopping = true; // new connections are refused
      clearInterval(timer);
      for (const client of sockets.clients) client.close(1001, 'restarting');
      return new Promise((resolve) => {
        const end = setTimeout(() => {
          for (const client of sockets.clients) client.terminate();
          server.closeAllConnections(); // one that never sent a request
          resolve();
        }, grace);
        server.close(() => {
          clearTimeout(end);
          resolve();
        });
      });
    },
    // #endregion stop
  };
}

// #region send
/** Sends a message, or ends the connection of a client that is far behind. */
export function send(client, message) {
  if (client.bufferedAmount > 1_000_000) client.terminate();
  else if (client.readyState === WebSocket.OPEN) {
    client.send(JSON.stringify(message));
  }
}
// #endregion send
