// #region drain
import fp from 'fastify-plugin';

export const drainPlugin = fp(async (app) => {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (req, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
});
// #endregion drain
