import got, { HTTPError, ParseError, RequestError } from 'got';
import { z } from 'zod';

export class Unavailable extends Error {} // goes away by itself
export class Broken extends Error {} // a person has to look

// #region response
const Check = z.object({
  state: z.enum(['ACTIVE', 'REVOKED']),
  valid_to: z.iso.date(),
});

function translate(body) {
  const { success, data, error } = Check.safeParse(body);
  if (!success) throw new Broken(`unexpected response: ${fields(error)}`);
  return { valid: data.state === 'ACTIVE', until: data.valid_to };
}

const fields = (error) =>
  error.issues.map(({ path }) => path.join('.') || 'body');
// #endregion response

// #region adapter
export function createLicenses({
  url,
  key,
  attemptMs = 800,
  deadlineMs = 3_000,
  pauseMs = 200,
}) {
  const client = got.extend({
    prefixUrl: url,
    headers: { authorization: `Bearer ${key}` },
    followRedirect: false,
    timeout: { request: attemptMs },
    responseType: 'json',
  });

  return async function checkLicense(number, checkId) {
    const end = performance.now() + deadlineMs;
    try {
      const { body } = await client.post('v2/checks', {
        json: { licence_no: number },
        headers: { 'idempotency-key': checkId },
        signal: AbortSignal.timeout(deadlineMs),
        retry: {
          limit: 2,
          methods: ['POST'], // safe because of the key
          statusCodes: [409, ...TRANSIENT],
          errorCodes: NETWORK,
          maxRetryAfter: deadlineMs,
          calculateDelay: (retry) => pause(retry, pauseMs, end),
        },
      });
      return translate(body);
    } catch (error) {
      return classify(error);
    }
  };
}
// #endregion adapter

// #region pause
/** Milliseconds until the next attempt; 0 ends the call. */
function pause({ attemptCount, computedValue, error }, pauseMs, end) {
  if (computedValue === 0) return 0; // Got says no: not allowed, or too long
  if (error instanceof HTTPError && !isTransient(error.response)) return 0;
  const asked = error.response?.headers['retry-after'] ? computedValue : 0;
  const delay = asked + Math.random() * pauseMs * 2 ** attemptCount;
  return performance.now() + delay < end ? delay : 0;
}
// #endregion pause

// #region classify
const TRANSIENT = [408, 425, 429, 500, 502, 503, 504];
const NETWORK = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_HTTP_CONTENT_LENGTH_MISMATCH', // cut off
];

function isTransient({ statusCode, body }) {
  if (statusCode === 409) return body?.code === 'STILL_RUNNING';
  return TRANSIENT.includes(statusCode);
}

function classify(error) {
  // No `cause`: Got's errors contain the request with its headers and the key.
  if (!(error instanceof RequestError)) throw error; // Broken, or our own bug
  if (error instanceof ParseError) throw new Broken('not JSON');
  if (NETWORK.includes(error.code)) throw new Unavailable(error.code);
  if (!(error instanceof HTTPError)) throw new Broken(error.code);
  const { statusCode, body } = error.response;
  if (statusCode === 404 && body?.code === 'NO_SUCH_LICENCE') {
    return { valid: false };
  }
  if (isTransient(error.response)) {
    throw new Unavailable(`status ${statusCode}`);
  }
  throw new Broken(`status ${statusCode}`);
}
// #endregion classify
