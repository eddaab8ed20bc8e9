// A throwaway RabbitMQ server for the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import amqp from 'amqplib';

const program =
  process.env.RABBITMQ_SERVER ?? '/usr/lib/rabbitmq/bin/rabbitmq-server';

/** Uses the broker in AMQP_URL if there is one, and starts one if not. */
export async function startBroker() {
  if (process.env.AMQP_URL) return { url: process.env.AMQP_URL, stop() {} };

  // The server needs Erlang. Fails at once where erl isn't on the PATH.
  await once(spawn('erl', ['-version'], { stdio: 'ignore' }), 'spawn');
  const folder = mkdtempSync(join(tmpdir(), 'rabbitmq-'));
  const [port, distribution, epmd] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ]);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    RABBITMQ_NODENAME: `test-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: port,
    RABBITMQ_DIST_PORT: distribution,
    ERL_EPMD_PORT: epmd,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
  };
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  let server;
  async function start() {
    server = spawn(program, { stdio: 'ignore', env });
    await once(server, 'spawn'); // fails at once where there is no such program
    await answers(url);
  }
  async function end() {
    server.kill();
    await once(server, 'exit');
  }
  await start();
  return {
    url,
    async restart() {
      await end();
      await start();
    },
    async stop() {
      await end();
      spawn('epmd', ['-port', String(epmd), '-kill'], {
        stdio: 'ignore',
      }).on('error', () => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await amqp.connect(url)).close();
    } catch (error) {
      if (attempt === 120) throw error;
      await sleep(500);
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
