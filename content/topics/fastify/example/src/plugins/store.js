// #region store
import fp from 'fastify-plugin';

export const storePlugin = fp(async (app, { store }) => {
  app.decorate('store', store);
  app.addHook('onClose', () => store.close());
});
// #endregion store
