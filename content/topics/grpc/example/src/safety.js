import { status } from '@grpc/grpc-js';

const windLimit = 18;

// #region safety
export function safetyHandlers(lifts) {
  return {
    mayRun(call, done) {
      lifts.getReading(call.request, { parent: call }, (error, reading) => {
        if (error?.code === status.NOT_FOUND) return done(error);
        if (error) return done(null, stop('no reading'));
        done(null, judge(reading));
      });
    },
  };
}

function judge({ windMps }) {
  if (windMps === undefined) return stop('the wind sensor is silent');
  if (windMps > windLimit) return stop(`wind ${windMps} m/s`);
  return { mayRun: true, reason: '' };
}
// #endregion safety

function stop(reason) {
  return { mayRun: false, reason };
}
