export const typeDefs = `
  type Query { machine: String!  staffNote: String }
  type Mutation { unlock: Boolean! }
`;

export const resolvers = {
  Query: {
    machine: () => 'laser cutter',
    staffNote: () => {
      throw new Error('connect postgres://shop:hunter2@10.0.0.5');
    },
  },
  Mutation: { unlock: () => true },
};
