import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import {
  composeServices,
  compositionHasErrors,
} from '@theguild/federation-composition';
import { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';

// #region compose
export function compose(services) {
  const result = composeServices(services);
  if (!compositionHasErrors(result)) return result.supergraphSdl;
  throw new Error(result.errors.map(({ message }) => message).join('\n'));
}
// #endregion compose

// #region router
export function createRouter(supergraphSdl, { timeout = 1_000, logging } = {}) {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    onSubschemaConfig(config) {
      config.executor = buildHTTPExecutor({
        endpoint: config.endpoint,
        timeout,
        headers: ({ context }) => identityOf(context.request),
      });
    },
    batch: true,
  });
  const maskedErrors = { maskError };
  return createYoga({ schema, cors: false, logging, maskedErrors });
}

function identityOf({ headers }) {
  const authorization = headers.get('authorization');
  return authorization ? { authorization } : {};
}

const publicCodes = new Set(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']);

function maskError(error) {
  const { code: reason, http } = error.extensions ?? {};
  const isClientsMistake = !error.path && http?.status === 400;
  if (isClientsMistake || publicCodes.has(reason)) return error;
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  return new GraphQLError('Unexpected error.', {
    path: error.path,
    extensions,
  });
}
// #endregion router
