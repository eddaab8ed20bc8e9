import Fastify from 'fastify';

export function buildApp({ store }) {
  const app = Fastify();
  app.decorate('store', store);

  app.get('/members/:id', async (req) => {
    return app.store.find(Number(req.params.id));
  });

  const body = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, beds: { type: 'integer' } },
    additionalProperties: false,
  };
  app.post('/members', { schema: { body } }, async (req, reply) => {
    reply.code(201);
    return app.store.add(req.body);
  });

  return app;
}
