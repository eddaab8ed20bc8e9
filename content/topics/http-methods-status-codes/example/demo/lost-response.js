// The first response gets lost, and the client tries again.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createApp } from '../src/app.js';

for (const method of ['POST', 'PUT']) {
  let opened = 0;
  let isLost = false;
  const server = createApp({ openDoor: () => (opened += 1) });
  const http = server.listen(0);
  await once(http, 'listening');
  http.prependListener('request', (req, res) => {
    if (isLost) return;
    isLost = true;
    res.writeHead = () => req.socket.destroy(); // after the door has opened
  });

  const base = `http://localhost:${http.address().port}/doors/12`;
  const path = method === 'POST' ? '/open' : `/openings/${randomUUID()}`;
  for (let attempt = 1; attempt <= 3; attempt++) {
    const status = await fetch(base + path, { method }).then(
      (res) => res.status,
      () => 'no response',
    );
    console.log(`${method} attempt ${attempt}: ${status}`);
    if (status !== 'no response') break;
  }
  console.log(`door 12 has opened ${opened} times`);
  http.close();
  http.closeAllConnections();
}
