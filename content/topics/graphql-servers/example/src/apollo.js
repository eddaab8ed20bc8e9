import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import { resolvers, typeDefs } from './schema.js';

// #region careful
export const careful = {
  csrfPrevention: true, // the default
  allowBatchedHttpRequests: false, // the default
  introspection: false, // the default is true unless NODE_ENV is production
  includeStacktraceInErrorResponses: false, // as introspection
  parseOptions: { maxTokens: 500 }, // the default is no limit
  plugins: [ApolloServerPluginLandingPageDisabled()],
  formatError(formatted, error) {
    const original = unwrapResolverError(error);
    if (original instanceof GraphQLError) return formatted; // meant for clients
    console.error(original);
    return { message: 'Internal error.', path: formatted.path };
  },
};
// #endregion careful

export async function startApollo(options) {
  const server = new ApolloServer({ typeDefs, resolvers, ...options });
  const { url } = await startStandaloneServer(server, { listen: { port: 0 } });
  return { url, stop: () => server.stop() };
}
