// fails: Every request asks again
// says: keeps the first answer of the checks for all requests.
export function createHealth({ checks, isStopping, sleep, log }) {
  const answer = (status, body) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

  async function stateOf([name, check]) {
    const tooSlow = sleep(500).then(() => {
      throw new Error(`${name} did not answer within 500 ms`);
    });
    try {
      await Promise.race([check(), tooSlow]);
      return [name, 'ok'];
    } catch (error) {
      log(name, error);
      return [name, 'failed'];
    }
  }

  let memo;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/livez') return answer(200, { alive: true });
    if (pathname !== '/readyz') return new Response('Not found', { status: 404 });
    if (isStopping()) return answer(503, { stopping: true });

    const states = memo ??= await Promise.all(Object.entries(checks).map(stateOf));
    return answer(states.every(([, state]) => state === 'ok') ? 200 : 503, Object.fromEntries(states));
  };
}
