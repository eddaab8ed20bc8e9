import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
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
    const { code } = formatted.extensions ?? {};
    if (code !== 'INTERNAL_SERVER_ERROR') return formatted; // meant for clients
    console.error(unwrapResolverError(error));
    return { message: 'Internal error.', path: formatted.path };
  },
};
// #endregion careful

export async function startApollo(options, context = async () => ({})) {
  const server = new ApolloServer({ typeDefs, resolvers, ...options });
  const listen = { port: 0 };
  const { url } = await startStandaloneServer(server, { listen, context });
  return { url, stop: () => server.stop() };
}
