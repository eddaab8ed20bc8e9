import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import {
  composeServices,
  compositionHasErrors,
} from '@theguild/federation-composition';
import { createYoga } from 'graphql-yoga';

// #region compose
export function compose(services) {
  const result = composeServices(services);
  if (!compositionHasErrors(result)) return result.supergraphSdl;
  throw new Error(result.errors.map(({ message }) => message).join('\n'));
}
// #endregion compose

// #region router
export function createRouter(supergraphSdl, { timeout = 1_000 } = {}) {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    onSubschemaConfig(config) {
      config.executor = buildHTTPExecutor({
        endpoint: config.endpoint,
        timeout,
      });
    },
    batch: true,
  });
  return createYoga({ schema, cors: false, logging: false });
}
// #endregion router
