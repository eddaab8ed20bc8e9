// #region app
import Fastify from 'fastify';
import { drainPlugin } from './plugins/drain.js';
import { errorPlugin } from './plugins/errors.js';
import { storePlugin } from './plugins/store.js';
import { validationPlugin } from './plugins/validation.js';
import { adminRoutes } from './routes/admin.js';
import { memberRoutes } from './routes/members.js';

export function buildApp({ store, adminKey, drainLimit, ...options }) {
  if (!adminKey) throw new Error('Set an admin key');
  const app = Fastify({ bodyLimit: 10_000, ...options });
  app.register(errorPlugin);
  app.register(drainPlugin, { drainLimit });
  app.register(validationPlugin);
  app.register(storePlugin, { store });

  app.register(memberRoutes, { prefix: '/members' });
  app.register(adminRoutes, { prefix: '/admin', adminKey });
  return app;
}
// #endregion app
