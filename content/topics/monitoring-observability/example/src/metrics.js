// #region metrics
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry }); // CPU, memory, event loop

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Duration of HTTP requests',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2],
  registers: [registry],
});
const inFlight = new Gauge({
  name: 'http_requests_in_flight',
  help: 'Requests that have not been responded to yet',
  registers: [registry],
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export function measure(req, res, next) {
  const stop = duration.startTimer();
  let matched;
  let route = 'none';
  Object.defineProperty(req, 'route', {
    get: () => matched,
    set(value) {
      matched = value;
      route = req.baseUrl + value.path; // baseUrl is gone after an error
    },
  });
  inFlight.inc();
  res.once('close', () => {
    inFlight.dec();
    stop({
      method: METHODS.includes(req.method) ? req.method : 'other',
      route,
      status: res.writableFinished ? res.statusCode : 'aborted',
    });
  });
  next();
}
// #endregion metrics
