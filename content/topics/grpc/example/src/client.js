import { credentials } from '@grpc/grpc-js';

// #region config
const retryPolicy = {
  maxAttempts: 3,
  initialBackoff: '0.05s',
  maxBackoff: '0.5s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

const serviceConfig = {
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    { name: [{}], timeout: '1s' }, // every method that isn't named below
    {
      name: [{ service: 'lifts.v1.Lifts', method: 'GetReading' }],
      timeout: '1s',
      retryPolicy,
    },
    { name: [{ service: 'lifts.v1.Lifts', method: 'Watch' }] }, // no timeout
  ],
};

export function connect(Client, target) {
  return new Client(target, credentials.createInsecure(), {
    'grpc.service_config': JSON.stringify(serviceConfig),
    'grpc.keepalive_time_ms': 300_000,
    'grpc.keepalive_timeout_ms': 10_000,
  });
}
// #endregion config
