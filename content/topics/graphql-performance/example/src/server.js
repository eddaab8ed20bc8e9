import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { createYoga } from 'graphql-yoga';
import { costLimit } from './cost.js';
import { schema } from './schema.js';

// #region server
export const openServer = () =>
  createYoga({
    schema,
    cors: false,
    logging: false,
    plugins: [costLimit(1_000)],
  });

export const trustedServer = (documents) =>
  createYoga({
    schema,
    cors: false, // by default, Yoga allows every site, with cookies
    logging: false,
    plugins: [
      usePersistedOperations({ getPersistedOperation: documents.get }),
      costLimit(1_000),
      cacheHeaders(documents),
    ],
  });

function cacheHeaders(documents) {
  const cacheable = new WeakSet();
  return {
    onExecute({ args }) {
      return {
        onExecuteDone({ result }) {
          const { request } = args.contextValue;
          if (!documents.isPublic(args.document)) return;
          if (!result.errors && result.data) cacheable.add(request);
        },
      };
    },
    onResponse({ request, response: { status, headers } }) {
      const isJson = /json/.test(headers.get('Content-Type'));
      const isPublic = cacheable.has(request) && status === 200 && isJson;
      headers.set(
        'Cache-Control',
        isPublic ? 'public, max-age=60' : 'no-store',
      );
      headers.append('Vary', 'Accept, Origin');
    },
  };
}
// #endregion server
