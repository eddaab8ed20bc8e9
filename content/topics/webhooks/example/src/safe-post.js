import https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';

// #region post
// Looks at the address of each connection, and refuses internal ones.
const agent = new RequestFilteringHttpsAgent();

/** Posts to a customer's URL, and returns the status of the response. */
export function post(url, body, headers) {
  return new Promise((resolve, reject) => {
    const req = https.request(url, {
      method: 'POST',
      headers,
      agent,
      signal: AbortSignal.timeout(15_000),
    });
    req.on('response', (res) => {
      resolve(res.statusCode); // a redirect isn't followed
      res.destroy(); // nobody reads the body
    });
    req.on('error', reject);
    // After a 101, there's neither a response nor an error.
    req.on('close', () => reject(new Error('closed')));
    req.end(body);
  });
}
// #endregion post
