import { setTimeout as pause } from 'node:timers/promises';
import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { WebSocket } from 'ws';

const server = process.argv[2] ?? 'http://localhost:5080';

async function login() {
  const response = await fetch(`${server}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'north', key: process.env.SCREEN_KEY }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`login: ${response.status}`);
  return (await response.json()).accessToken;
}

/** What the client uses in Node.js, but it doesn't wait forever for the handshake. */
class LimitedSocket extends WebSocket {
  constructor(url, protocols, options) {
    super(url, protocols, { ...options, handshakeTimeout: 5000 });
  }
}

// #region client
const delay = (failures) => Math.random() * Math.min(30_000, 1000 * 2 ** failures);

const connection = new HubConnectionBuilder()
  .withUrl(`${server}/lifts`, {
    accessTokenFactory: login,
    WebSocket: LimitedSocket,
    timeout: 5000,
  })
  .withAutomaticReconnect({
    nextRetryDelayInMilliseconds: ({ previousRetryCount }) => delay(previousRetryCount),
  })
  .configureLogging(LogLevel.None)
  .build();

let version = -1;
let failures = 0;

function show(hall) {
  if (hall.version <= version) return;
  version = hall.version;
  console.log(`hall ${hall.name}, version ${version}:`, JSON.stringify(hall.lifts));
}

async function noResponse(milliseconds) {
  await pause(milliseconds);
  throw new Error('no response');
}

async function watch() {
  try {
    show(await Promise.race([connection.invoke('Watch', 'A'), noResponse(5000)]));
    failures = 0;
  } catch (error) {
    console.log('not watching:', error.message);
    failures++;
    await connection.stop();
  }
}

async function watchAgain() {
  version = -1;
  await watch();
}

async function start() {
  while (connection.state === HubConnectionState.Disconnected) {
    if (failures > 0) await pause(delay(failures - 1));
    try {
      await connection.start();
    } catch (error) {
      console.log('not connected:', error.message);
      failures++;
    }
  }
  await watchAgain();
}

connection.on('HallChanged', show);
connection.on('Notice', (text) => console.log('notice:', text));
connection.onreconnecting(() => console.log('offline: the picture may be old'));
connection.onreconnected(watchAgain);
connection.onclose(start);
await start();
// #endregion client
