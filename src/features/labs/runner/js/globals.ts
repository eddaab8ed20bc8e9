import type { Output } from '../output.ts';
import { installConsole } from './console.ts';
import type { Pending } from './pending.ts';
import { Buffer } from './shims/buffer.ts';

/** The globals of a program: the browser's, and those of Node.js that mean something here. */
export function installGlobals(output: Output, pending: Pending): void {
  pending.install();
  installConsole(output);
  const noNetwork = () => Promise.reject(new TypeError('fetch failed: code in the page has no network.'));
  const write = (text: unknown) => {
    output.write(String(text));
    return true;
  };
  const started = performance.now();
  const hrtime = Object.assign(
    () => [Math.floor(performance.now() / 1000), Math.floor((performance.now() % 1000) * 1e6)],
    { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
  );
  const process = {
    argv: ['node', 'main.js'],
    env: {},
    exitCode: undefined,
    platform: 'browser',
    hrtime,
    // Node.js runs these before promise callbacks; here they queue with them.
    nextTick: (run: (...given: unknown[]) => void, ...given: unknown[]) => queueMicrotask(() => run(...given)),
    uptime: () => (performance.now() - started) / 1000,
    stdout: { write, isTTY: false },
    stderr: { write, isTTY: false },
  };
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  for (const [name, value] of Object.entries({ process, Buffer, Request, Response, fetch: noNetwork }))
    define(name, value);
}

/**
 * Requests and responses for handlers that run without a server. A browser keeps some headers to itself (`Cookie`, `Origin`,
 * `Set-Cookie`, `Host`); a server sees and sets all of them, and so may programs here.
 */
const native = { Request: globalThis.Request, Response: globalThis.Response };

/** The headers that were asked for, with what the platform added (the type of the body). */
function fullHeaders(platform: Headers, asked: HeadersInit | undefined): Headers {
  const headers = new Headers(asked);
  for (const [name, value] of platform) if (!headers.has(name)) headers.append(name, value);
  return headers;
}

class Request extends native.Request {
  readonly #headers: Headers;

  constructor(input: RequestInfo | URL, init: RequestInit = {}) {
    super(input, init);
    const inherited = input instanceof native.Request ? input.headers : undefined;
    this.#headers = fullHeaders(super.headers, init.headers ?? inherited);
  }

  override get headers(): Headers {
    return this.#headers;
  }

  override clone(): Request {
    return new Request(super.clone(), { headers: this.#headers });
  }
}

class Response extends native.Response {
  readonly #headers: Headers;

  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    super(body, init);
    this.#headers = fullHeaders(super.headers, init.headers);
  }

  override get headers(): Headers {
    return this.#headers;
  }

  override clone(): Response {
    const { body, status, statusText } = super.clone();
    return new Response(body, { status, statusText, headers: this.#headers });
  }

  static override json(data: unknown, init: ResponseInit = {}): Response {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(data), { ...init, headers });
  }

  static override redirect(url: string | URL, status = 302): Response {
    return new Response(null, { status, headers: { location: String(new URL(url)) } });
  }
}
