import { createHash, timingSafeEqual } from 'node:crypto';
import { member } from './members.js';

const hash = (text) => createHash('sha256').update(text).digest();

// #region admin
export async function adminRoutes(app, { adminKey }) {
  const expected = hash(adminKey);

  app.addHook('onRequest', async (req, reply) => {
    const sent = hash(String(req.headers['x-admin-key'] ?? ''));
    if (!timingSafeEqual(sent, expected)) {
      return reply.code(401).send({ error: 'admin key required' });
    }
  });

  // #endregion admin

  const querystring = {
    type: 'object',
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    },
  };
  const response = { 200: { type: 'array', items: member } };
  app.get('/members', { schema: { querystring, response } }, async (req) =>
    app.store.list(req.query.limit),
  );
}
