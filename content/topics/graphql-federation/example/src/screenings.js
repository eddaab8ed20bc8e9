import { buildSubgraphSchema } from '@apollo/subgraph';
import DataLoader from 'dataloader';
import { parse } from 'graphql';

// #region screenings
export const typeDefs = parse(`
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key"]
  )
  type Film @key(fields: "id") {
    id: ID!
    screenings: [Screening!]
  }
  type Screening { room: String!  film: Film }
  type Query { tonight: [Screening!]! }
`);

export const screeningsSchema = (db) =>
  buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Query: { tonight: () => db.all() },
        Film: {
          screenings: ({ id }, _, { byFilm }) => byFilm.load(id),
        },
        Screening: { film: ({ filmId }) => ({ id: filmId }) },
      },
    },
  ]);

export const screeningsContext = (db) => () => ({
  byFilm: new DataLoader(async (ids) => {
    const rows = await db.forFilms(ids); // WHERE film_id = ANY ($1)
    const byFilm = Map.groupBy(rows, ({ filmId }) => filmId);
    return ids.map((id) => byFilm.get(id) ?? []);
  }),
});
// #endregion screenings
