import { Server, ServerCredentials } from '@grpc/grpc-js';

// #region server
export async function start(definition, handlers, options = {}) {
  const { port = 0, grace = 5_000, maxAge = 300_000 } = options;
  const server = new Server({
    'grpc.max_connection_age_ms': maxAge,
    'grpc.max_connection_age_grace_ms': grace,
  });
  server.addService(definition.service, handlers);
  const bound = await new Promise((resolve, reject) => {
    server.bindAsync(
      `127.0.0.1:${port}`,
      ServerCredentials.createInsecure(),
      (error, actual) => (error ? reject(error) : resolve(actual)),
    );
  });

  async function stop() {
    const timer = setTimeout(() => server.forceShutdown(), grace);
    await new Promise((resolve) => server.tryShutdown(resolve));
    clearTimeout(timer);
  }
  return { port: bound, stop };
}
// #endregion server
