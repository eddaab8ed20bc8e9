import { makeExecutableSchema } from '@graphql-tools/schema';
import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import { GraphQLError } from 'graphql';
import { find, listen } from './matches.js';

const typeDefs = `
  type Match {
    id: ID!
    version: Int!
    home: Int!
    away: Int!
    scorers: [String!]
  }
  type Query { match(id: ID!): Match }
  type Subscription { match(id: ID!): Match }
`;

// #region watch
function watch(id, mayWatch) {
  const newestOnly = new SlidingBuffer(1);
  return new Repeater(async (push, stop) => {
    const update = () => {
      try {
        if (mayWatch(id) === true) push(find(id));
        else stop();
      } catch (error) {
        stop(error); // not an error of the publisher
      }
    };
    const unlisten = listen(id, update);
    update(); // the state now, so that nothing is missed before this line
    await stop; // until the client leaves, or stop() is called
    unlisten();
  }, newestOnly);
}

// mayWatch has to be synchronous: a promise isn't true
const visible = (id, mayWatch) => (mayWatch(id) === true ? find(id) : null);

const resolvers = {
  Query: { match: (_, { id }, { mayWatch }) => visible(id, mayWatch) },
  Subscription: {
    match: {
      subscribe(_, { id }, { mayWatch }) {
        if (visible(id, mayWatch)) return watch(id, mayWatch);
        const extensions = { code: 'NOT_FOUND' };
        throw new GraphQLError('No such match.', { extensions });
      },
      resolve: (match) => match,
    },
  },
};
// #endregion watch

export const schema = makeExecutableSchema({ typeDefs, resolvers });
