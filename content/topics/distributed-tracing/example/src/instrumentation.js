// Loaded before the service: node --import ./src/instrumentation.js …
// #region setup
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { register } from 'import-in-the-middle/register-hooks.mjs';

register(); // lets OpenTelemetry wrap modules that you `import`

const sdk = new NodeSDK({
  instrumentations: [
    new HttpInstrumentation(), // incoming requests, and calls with node:http
    new UndiciInstrumentation(), // calls with fetch
  ],
});
sdk.start();

// When nothing is left to do, send the spans that are still in memory.
process.once('beforeExit', () =>
  sdk
    .shutdown()
    .catch((error) => console.error(`spans lost: ${error.message}`)),
);
// #endregion setup
