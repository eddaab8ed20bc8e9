// fails: A process that can answer is alive, whatever its checks say
export function createHealth({ checks, isStopping, sleep, log }) {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const headers = { 'Cache-Control': 'no-store' };
    if (pathname !== '/livez' && pathname !== '/readyz') return new Response('', { status: 404 });
    if (isStopping() && pathname === '/readyz') return Response.json({ stopping: true }, { status: 503, headers });
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await Promise.race([check(), sleep(500).then(() => Promise.reject(new Error('slow')))]);
          return [name, 'ok'];
        } catch (error) {
          log(name, error);
          return [name, 'failed'];
        }
      }),
    );
    const isFine = states.every(([, state]) => state === 'ok');
    return Response.json(Object.fromEntries(states), { status: isFine ? 200 : 503, headers });
  };
}
