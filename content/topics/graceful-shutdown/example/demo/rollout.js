// Replaces both instances of the ticket sale five times, under load.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBalancer } from './balancer.js';

const ports = [4101, 4102];
const env = { ...process.env, DRAIN_DELAY: '1', SHUTDOWN_DEADLINE: '5' };

async function start(program, port) {
  const child = spawn('node', [program], { env: { ...env, PORT: port } });
  await once(child.stdout, 'data');
  return child;
}

async function rollOut(program) {
  const instances = await Promise.all(
    ports.map((port) => start(program, port)),
  );
  const { server, ready } = createBalancer(ports);
  server.listen(4100);
  while (ready.size < 2) await sleep(20);

  const results = {};
  const open = new Set();
  const ask = async (path) => {
    const status = await fetch(`http://127.0.0.1:4100${path}`).then(
      async (res) => {
        await res.text();
        return res.status;
      },
      () => 'no response',
    );
    results[status] = (results[status] ?? 0) + 1;
  };
  let sent = 0;
  const load = setInterval(() => {
    const request = ask(++sent % 20 === 0 ? '/report' : '/ticket');
    open.add(request);
    request.finally(() => open.delete(request));
  }, 5);

  let stopping = 0;
  for (let round = 0; round < 5; round++) {
    for (const [index, port] of ports.entries()) {
      const signaled = performance.now();
      instances[index].kill('SIGTERM');
      await once(instances[index], 'exit');
      stopping += performance.now() - signaled;
      instances[index] = await start(program, port);
      while (!ready.has(port) || ready.size < 2) await sleep(20);
      await sleep(300);
    }
  }
  clearInterval(load);
  await Promise.all(open);
  for (const child of instances) child.kill('SIGKILL');
  server.close();
  server.closeAllConnections();
  return { sent, results, seconds: stopping / 10_000 };
}

const programs = process.argv.slice(2);
for (const program of programs) {
  const { sent, results, seconds } = await rollOut(program);
  const failed = sent - (results[200] ?? 0);
  console.log(
    `${program}: ${failed} of ${sent} requests failed, a stop took ${seconds.toFixed(1)} s`,
  );
}
