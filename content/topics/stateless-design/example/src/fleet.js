// Starts two instances and plays the load balancer and the browser.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const SERVER = new URL('./server.js', import.meta.url);

export async function startFleet(settings) {
  const instances = new Map();
  let turn = 0;
  let cookie = '';

  async function start(name) {
    const env = {
      ...process.env,
      SESSION_SECRET: 'only for this demo',
      ...settings,
      INSTANCE: name,
      PORT: '0',
    };
    const child = fork(SERVER, { env });
    const signal = AbortSignal.timeout(10_000);
    const [port] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit').then(() => Promise.reject(new Error('exit'))),
    ]).catch((cause) => {
      child.kill('SIGKILL');
      const text = `instance ${name} didn't start; is Redis running?`;
      throw new Error(text, { cause });
    });
    instances.set(name, { child, port });
  }

  async function kill(name) {
    const { child } = instances.get(name);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  async function request(method, path) {
    const names = [...instances.keys()].sort();
    const { port } = instances.get(names[turn++ % names.length]);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { Cookie: cookie },
    });
    const [newCookie] = response.headers.getSetCookie();
    if (newCookie) cookie = newCookie.split(';')[0];
    const text = await response.text();
    return {
      instance: response.headers.get('x-instance'),
      status: response.status,
      body: response.headers.get('content-type')?.includes('json')
        ? JSON.parse(text)
        : text,
    };
  }

  await start('A');
  await start('B');
  return {
    request,
    async replace(name) {
      await kill(name);
      await start(name);
    },
    stop: () => Promise.all([...instances.keys()].map(kill)),
  };
}
