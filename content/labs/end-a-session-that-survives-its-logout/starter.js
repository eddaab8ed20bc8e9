import { replay } from './replay.js';
import { sign, verify } from './tokens.js';

const minute = 60_000;
const lifetimes = { access: 10 * minute, refresh: 30 * 24 * 60 * minute };

function fail(status, title) {
  return Response.json({ title }, { status });
}

/** The tokens of a shop. Several logins of one user are several sessions. */
export function createAuth({ now }) {
  const revoked = new Set();
  let tokens = 0;
  let sessions = 0;

  function createToken(kind, { user, session }) {
    tokens += 1;
    return sign({ id: `t${tokens}`, kind, user, session, expires: now() + lifetimes[kind] });
  }

  /** The claims of the request's token, if it is of that kind and still good. */
  function readToken(request, kind) {
    const token = request.headers.get('Authorization')?.replace(/^Bearer /u, '');
    const claims = verify(token, now());
    if (claims?.kind !== kind || revoked.has(claims.id)) return undefined;
    return claims;
  }

  async function login(request) {
    const { user, password } = await request.json();
    if (password !== 'correct') return fail(401, 'Wrong name or password');
    sessions += 1;
    const claims = { user, session: `s${sessions}` };
    return Response.json({ access: createToken('access', claims), refresh: createToken('refresh', claims) });
  }

  return async function handle(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/login') return login(request);
    const claims = readToken(request, pathname === '/refresh' ? 'refresh' : 'access');
    if (claims === undefined) return fail(401, 'Log in first');
    if (pathname === '/refresh') return Response.json({ access: createToken('access', claims) });
    if (pathname === '/logout') {
      revoked.add(claims.id);
      return new Response(null, { status: 204 });
    }
    return pathname === '/account' ? Response.json({ user: claims.user }) : fail(404, 'Not found');
  };
}

await replay(createAuth);
