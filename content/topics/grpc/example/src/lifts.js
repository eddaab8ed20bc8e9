import { once } from 'node:events';
import { status } from '@grpc/grpc-js';

const unknown = (lift) => ({
  code: status.NOT_FOUND,
  details: `no lift ${lift}`,
});

export function liftsHandlers(sensors) {
  return {
    // #region reading
    getReading({ request: { lift } }, done) {
      if (sensors.has(lift)) done(null, sensors.latest(lift));
      else done(unknown(lift));
    },
    // #endregion reading

    // #region watch
    async watch(call) {
      const { lift } = call.request;
      const gone = new AbortController();
      const { signal } = gone;
      call.once('cancelled', () => gone.abort()); // closed, or past the deadline
      try {
        if (!sensors.has(lift)) return call.emit('error', unknown(lift));
        for await (const reading of sensors.readings(lift, signal)) {
          if (!call.write(reading)) await once(call, 'drain', { signal });
        }
        call.end();
      } catch (error) {
        if (signal.aborted) return;
        console.error(error);
        const details = 'unexpected error'; // the client would see the message
        call.emit('error', { code: status.INTERNAL, details });
      }
    },
    // #endregion watch
  };
}
