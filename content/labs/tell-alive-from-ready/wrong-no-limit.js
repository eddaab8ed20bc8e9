// fails: A check that hangs counts as failed after 500 ms
export function createHealth({ checks, isStopping, log }) {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const headers = { 'Cache-Control': 'no-store' };
    if (pathname === '/livez') return new Response('ok', { headers });
    if (pathname !== '/readyz') return new Response('', { status: 404 });
    if (isStopping()) return Response.json({ stopping: true }, { status: 503, headers });
    const states = await Promise.all(
      Object.entries(checks).map(([name, check]) =>
        check().then(
          () => [name, 'ok'],
          (error) => {
            log(name, error);
            return [name, 'failed'];
          },
        ),
      ),
    );
    const isFine = states.every(([, state]) => state === 'ok');
    return Response.json(Object.fromEntries(states), { status: isFine ? 200 : 503, headers });
  };
}
