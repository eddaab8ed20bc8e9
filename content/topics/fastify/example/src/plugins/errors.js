// #region errors
import fp from 'fastify-plugin';

export const errorPlugin = fp(async (app) => {
  app.setErrorHandler((error, req, reply) => {
    const isFromFastify = /^FST_ERR_/.test(error?.code);
    const status = isFromFastify ? (error.statusCode ?? 500) : 500;
    if (status < 500) {
      return reply.code(status).send({ error: error.message });
    }
    req.log.error({ err: error }, 'request failed');
    const text = status === 503 ? 'try again later' : 'internal error';
    return reply.code(status).send({ error: text });
  });

  app.setNotFoundHandler((req, reply) =>
    reply.code(404).send({ error: 'not found' }),
  );
});
// #endregion errors
