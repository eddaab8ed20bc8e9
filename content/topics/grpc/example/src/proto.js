import { fileURLToPath } from 'node:url';
import { loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const folder = fileURLToPath(new URL('../proto', import.meta.url));

// #region load
export const { Lifts, Safety } = loadPackageDefinition(
  loadSync('lifts/v1/lifts.proto', { includeDirs: [folder], defaults: true }),
).lifts.v1;
// #endregion load
