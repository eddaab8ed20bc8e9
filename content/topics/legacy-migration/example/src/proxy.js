import replyFrom from '@fastify/reply-from';
import fastify from 'fastify';

/** `slice()` returns what the flags say now: { to, paused, share }. */
export async function proxy({
  old,
  fresh,
  slice,
  compare,
  timeout = 10_000,
  logger = false,
}) {
  const app = fastify({ logger });
  await app.register(replyFrom, { disableCache: true });

  // Bodies pass through as they are.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, body, done) => done(null, body));

  // #region routes
  const forward = (request, reply, base) =>
    reply.from(base + request.raw.url, {
      timeout, // 10 seconds by default
      retryDelay: () => null, // the client decides about retries
      onError: (response, { error }) =>
        response.code(error.statusCode === 504 ? 504 : 502).send(),
      rewriteRequestHeaders: ({ ip, host, protocol }, headers) => ({
        ...headers,
        host,
        'x-forwarded-for': ip,
        'x-forwarded-proto': protocol,
      }),
    });

  const readings = (request, reply) => {
    const { to, paused, share } = slice();
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (paused && !isRead)
      return reply.code(503).header('retry-after', '5').send();
    if (request.method === 'GET' && Math.random() < share)
      reply.raw.once('finish', () => compare(request.raw));
    return forward(request, reply, to === 'new' ? fresh : old);
  };

  app.all('/meters/:meter/readings', readings);
  app.all('/meters/:meter/readings/:date', readings);
  app.all('*', (request, reply) => forward(request, reply, old));
  // #endregion routes

  return app;
}
