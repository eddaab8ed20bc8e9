// #region drain
import fp from 'fastify-plugin';

export const drainPlugin = fp(async (app, { drainLimit = 17_000 }) => {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    const cut = () => app.server.closeAllConnections();
    setTimeout(cut, drainLimit).unref();
  });
  app.addHook('onSend', async (req, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
});
// #endregion drain
