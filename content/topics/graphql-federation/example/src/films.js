import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

// #region films
export const typeDefs = parse(`
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key"]
  )
  type Film @key(fields: "id") {
    id: ID!
    title: String!
  }
  type Query { films: [Film!]! }
`);

export const filmsSchema = (films) =>
  buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Query: { films: () => films },
        Film: {
          __resolveReference: ({ id }) => films.find((f) => f.id === id),
        },
      },
    },
  ]);
// #endregion films
