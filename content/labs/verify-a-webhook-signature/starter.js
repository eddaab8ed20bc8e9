import { handle, handled, now, secret } from './provider.js';

// The checks look at what was handled.
export { handled };

export async function fetch(request) {
  handle(await request.json());
  return new Response(null, { status: 204 });
}
