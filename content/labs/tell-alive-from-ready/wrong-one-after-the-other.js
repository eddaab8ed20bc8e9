// fails: Checks run at the same time
export function createHealth({ checks, isStopping, sleep, log }) {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const headers = { 'Cache-Control': 'no-store' };
    if (pathname === '/livez') return new Response('ok', { headers });
    if (pathname !== '/readyz') return new Response('', { status: 404 });
    if (isStopping()) return Response.json({ stopping: true }, { status: 503, headers });
    const states = {};
    for (const [name, check] of Object.entries(checks)) {
      try {
        await Promise.race([check(), sleep(500).then(() => Promise.reject(new Error('slow')))]);
        states[name] = 'ok';
      } catch (error) {
        log(name, error);
        states[name] = 'failed';
      }
    }
    const isFine = Object.values(states).every((state) => state === 'ok');
    return Response.json(states, { status: isFine ? 200 : 503, headers });
  };
}
