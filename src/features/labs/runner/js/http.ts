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

export class Request extends native.Request {
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

export class Response extends native.Response {
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
