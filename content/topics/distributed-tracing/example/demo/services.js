// Starts the two services as processes of their own, as in production.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const project = join(import.meta.dirname, '..');

export async function startServices(backendUrl, env = {}) {
  const ports = { flights: await freePort(), baggage: await freePort() };
  const children = Object.entries(ports).map(([name, port]) =>
    spawn(
      process.execPath,
      ['--import', './src/instrumentation.js', `src/${name}.js`],
      {
        cwd: project,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...process.env,
          PORT: port,
          FLIGHTS_URL: `http://127.0.0.1:${ports.flights}`,
          OTEL_SERVICE_NAME: name,
          OTEL_EXPORTER_OTLP_ENDPOINT: backendUrl,
          OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
          OTEL_METRICS_EXPORTER: 'none',
          OTEL_LOGS_EXPORTER: 'none',
          ...env[name],
        },
      },
    ),
  );
  let logs = '';
  for (const { stdout } of children)
    stdout.on('data', (text) => (logs += text));
  for (const port of Object.values(ports)) await reachable(port);
  return {
    url: `http://127.0.0.1:${ports.baggage}`,
    logs: () => logs,
    exitCodes: () => children.map(({ exitCode }) => exitCode),
    signal: (name, signal) =>
      children[Object.keys(ports).indexOf(name)].kill(signal),
    /** SIGTERM: the services finish their work, send their spans and exit. */
    async stop() {
      for (const child of children.toReversed()) {
        child.kill('SIGTERM');
        if (child.exitCode === null) await once(child, 'close');
      }
    },
  };
}

/** Waits until something listens, without a request that would be traced. */
async function reachable(port) {
  for (let attempt = 1; ; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return socket.destroy();
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(50);
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
