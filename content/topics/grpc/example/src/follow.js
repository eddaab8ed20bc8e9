import { setTimeout as wait } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';

const transient = new Set([
  status.UNAVAILABLE,
  status.INTERNAL,
  status.UNKNOWN,
  status.CANCELLED,
]);

// #region follow
export async function* follow(lifts, request, { signal, pause = 500 }) {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const stream = lifts.watch(request);
    const cancel = () => stream.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      for await (const reading of stream) {
        failures = 0;
        yield reading;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!transient.has(error.code)) throw error; // such as NOT_FOUND
    } finally {
      signal.removeEventListener('abort', cancel);
      stream.cancel();
    }
    const backoff = Math.min(pause * 2 ** failures, 30_000);
    await wait(backoff * Math.random(), undefined, { signal }).catch(() => {});
  }
}
// #endregion follow
