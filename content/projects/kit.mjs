// Default imports, so that a test file may import the same functions by name.
import childProcess from 'node:child_process';
import events from 'node:events';
import net from 'node:net';
import util from 'node:util';

/** Where the server listens that is tested. */
export let base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/+$/u, '');

const isRunning = (url) => fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then(() => true, () => false);

if (!process.env.APP && !(await isRunning(base))) {
  console.error(`No server responds at ${base}. Start yours, then run this file again; BASE_URL says where it listens.`);
  process.exit(1);
}

/** Starts the program that APP names, with a free port in PORT, and waits until it listens. */
export async function launch(env = {}) {
  if (!process.env.APP) throw new Error('Say in APP how your program is started, for example APP="./server".');
  const probe = net.createServer().listen(0);
  await events.once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  const program = childProcess.spawn(process.env.APP, { shell: true, detached: true, stdio: 'inherit', env: { ...process.env, ...env, PORT: String(port) } });
  const ended = events.once(program, 'exit');
  base = `http://localhost:${port}`;
  for (const end = Date.now() + 20_000; !(await isRunning(base)); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (program.exitCode !== null) throw new Error(`${process.env.APP} ended with ${program.exitCode} before it listened on the port in PORT.`);
    if (Date.now() > end) throw new Error(`${process.env.APP} doesn't listen on the port in PORT after 20 seconds.`);
  }
  const kill = async (signal) => {
    process.kill(-program.pid, signal);
    await ended;
  };
  return { kill };
}

/**
 * Sends a request and reads the whole response.
 * @param body text and bytes are sent as they are, anything else as JSON.
 */
export async function call(method, path, { body, headers = {} } = {}) {
  const request = `${method} ${path}`;
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  try {
    const response = await fetch(path.startsWith('/') ? base + path : new URL(path, base), {
      method,
      headers: isJson ? { 'content-type': 'application/json', ...headers } : headers,
      body: isJson ? JSON.stringify(body) : body,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    return { request, status: response.status, headers: response.headers, bytes, text, json: parse(text) };
  } catch (error) {
    throw new Error(`${request} got no response: ${error.cause?.message || error.cause?.code || error.message}.`);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text or a value as a message shows it, cut when it is long. */
function show(value) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Asks a response for what the requirements say; the first thing that isn't so fails the test with a sentence. */
export function expect(response) {
  const { request, status, headers, text, json } = response;
  const fail = (wish) => {
    const body = text === '' ? 'an empty body' : show(text).replaceAll('\n', ' ');
    const error = new Error(`${request} returned ${status} with ${body}; the requirements ask for ${wish}.`);
    Error.captureStackTrace(error, fail);
    throw error;
  };
  const all = {
    /** @param when completes "… ask for 404", for example "when the todo doesn't exist". */
    status: (wanted, when) => (status === wanted ? all : fail(`${wanted} ${when}`)),
    /** A field of the JSON in the body; `path` is its name, or names with dots between them. */
    field(path, wanted, why = '') {
      const found = path.split('.').reduce((value, name) => value?.[name], json);
      return util.isDeepStrictEqual(found, wanted) ? all : fail(`"${path}": ${show(wanted) === wanted ? JSON.stringify(wanted) : show(wanted)}${why && ` ${why}`}`);
    },
    /** A header that has the given form. */
    header: (name, form, why) => (form.test(headers.get(name) ?? '') ? all : fail(`the header ${name} ${why} (it is ${headers.get(name) === null ? 'missing' : `"${headers.get(name)}"`})`)),
    /** Anything else that must be so. */
    that: (isSo, wish) => (isSo ? all : fail(wish)),
  };
  return all;
}
