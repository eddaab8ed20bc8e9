import { makeExecutableSchema } from '@graphql-tools/schema';

export const counts = { resolved: 0 };

const list = (_, { first }) => {
  if (first < 0 || first > 100) throw new Error('first is 0 to 100');
  counts.resolved += first;
  return Array.from({ length: first }, () => ({ bird: 'Wren' }));
};

// #region schema
export const schema = makeExecutableSchema({
  typeDefs: `
    type Query {
      sightings(first: Int! = 20): [Sighting!]!
      me: Observer
    }
    type Sighting {
      bird: String!
      nearby(first: Int! = 10): [Sighting!]!
    }
    type Observer { favorites(first: Int! = 10): [Sighting!]! }
  `,
  // #endregion schema
  resolvers: {
    Query: { sightings: list, me: () => ({}) },
    Sighting: { nearby: list },
    Observer: { favorites: list },
  },
});
