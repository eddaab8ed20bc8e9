import { createServer } from 'node:http';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';
import { createSchema, createYoga } from 'graphql-yoga';
import { listen } from './listen.js';
import { resolvers, typeDefs } from './schema.js';

// #region careful
export const careful = {
  maskedErrors: { isDev: false }, // masked by default, but not in development
  cors: { origin: 'https://club.example', credentials: true }, // default: all
  graphiql: false, // the default is true
  plugins: [
    useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf'] }),
    maxTokensPlugin({ n: 500 }),
    useDisableIntrospection(),
  ],
};
// #endregion careful

export function startYoga(options) {
  const schema = createSchema({ typeDefs, resolvers });
  return listen(
    createServer(createYoga({ schema, logging: false, ...options })),
  );
}
