import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countRide } from '../src/gate.js';
import { createLossyProxy, randomFate } from '../src/lossy-proxy.js';
import { openRides } from '../src/rides.js';

/** Gates take rides through a bad network from a service that is killed again and again. */
export async function run({ rides, gates, useIds }) {
  const folder = mkdtempSync(join(tmpdir(), 'rides-'));
  const file = join(folder, 'rides.db');
  const shop = openRides(file);
  shop.sell('p4711', rides * 10);

  let port = 0;
  let service;
  const start = async () => {
    const process = new URL('service-process.js', import.meta.url);
    service = fork(process, [file, String(port)]);
    [port] = await once(service, 'message');
  };
  await start();
  const proxy = createLossyProxy(() => `http://127.0.0.1:${port}`, randomFate);
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${proxy.address().port}`;

  let isOver = false;
  let kills = 0;
  const killer = (async () => {
    while (!isOver) {
      await sleep(700);
      service.kill('SIGKILL');
      await once(service, 'exit');
      kills += 1;
      await start();
    }
  })();

  const outcomes = { counted: 0, refused: 0, unknown: 0 };
  const gate = async () => {
    for (let n = 0; n < rides / gates; n += 1) {
      const id = useIds ? randomUUID() : undefined;
      outcomes[await countRide(url, { id, pass: 'p4711' })] += 1;
    }
  };
  await Promise.all(Array.from({ length: gates }, gate));
  await sleep(500); // what is still late may arrive
  isOver = true;
  await killer;
  service.disconnect();
  await once(service, 'exit');
  proxy.closeAllConnections();
  proxy.close();

  const taken = rides * 10 - shop.ridesLeft('p4711');
  shop.close();
  rmSync(folder, { recursive: true });
  return { ...outcomes, kills, taken };
}
