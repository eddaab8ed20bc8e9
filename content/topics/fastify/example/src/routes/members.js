// #region member
export const member = {
  type: 'object',
  required: ['id', 'name', 'beds'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    beds: { type: 'integer' },
  },
};

// #endregion member

// #region new-member
const newMember = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 80 },
    beds: { type: 'integer', minimum: 0, maximum: 40, default: 1 },
  },
};

// #endregion new-member

const params = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer', minimum: 1 } },
};

// #region routes
export async function memberRoutes(app) {
  app.get(
    '/:id',
    { schema: { params, response: { 200: member } } },
    async (req, reply) => {
      const found = await app.store.find(req.params.id);
      return found ?? reply.callNotFound();
    },
  );

  app.post(
    '/',
    { schema: { body: newMember, response: { 201: member } } },
    async (req, reply) => {
      const added = await app.store.add(req.body);
      return reply
        .code(201)
        .header('location', `/members/${added.id}`)
        .send(added);
    },
  );
}
// #endregion routes
