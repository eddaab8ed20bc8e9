// Loaded before the service: node --import ./src/instrumentation.js …
// #region setup
import { register } from 'node:module';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';

// Lets the instrumentation wrap modules that are loaded with `import`.
register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);

const sdk = new NodeSDK({
  instrumentations: [
    new HttpInstrumentation(), // incoming requests, and calls with node:http
    new UndiciInstrumentation(), // calls with fetch
  ],
});
sdk.start();

process.once('SIGTERM', async () => {
  await sdk.shutdown(); // sends the spans that are still in memory
  process.exit();
});
// #endregion setup
