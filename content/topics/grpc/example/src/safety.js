import { status } from '@grpc/grpc-js';

const windLimit = 18;

// #region safety
export function safetyHandlers(lifts) {
  return {
    mayRun(call, done) {
      const options = { parent: call, deadline: Date.now() + 500 };
      lifts.getReading(call.request, options, (error, reading) => {
        if (error?.code === status.NOT_FOUND) return done(error);
        if (error) return done(null, stop('no reading'));
        done(null, judge(reading));
      });
    },
  };
}

function judge({ windMps }) {
  if (windMps === undefined) return stop('the wind sensor is silent');
  if (windMps >= 0 && windMps <= windLimit) return { mayRun: true, reason: '' };
  return stop(`wind ${windMps} m/s`); // also if it's NaN
}
// #endregion safety

function stop(reason) {
  return { mayRun: false, reason };
}
