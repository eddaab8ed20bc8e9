import { handle, now, secret } from './provider.js';

export async function fetch(request) {
  handle(await request.json());
  return new Response(null, { status: 204 });
}
