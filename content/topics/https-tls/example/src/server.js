import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

// #region server
/** `chain` holds the server's certificate and, below it, the intermediate. */
export function createMailServer({ key, chain }) {
  const read = () => ({
    key: readFileSync(key),
    cert: readFileSync(chain),
  });
  const server = createServer(read(), (req, res) => {
    res.setHeader('Strict-Transport-Security', 'max-age=300');
    res.end('3 unread\n');
  });
  /** Takes a renewed certificate. Throws if its key doesn't fit, and the old one stays. */
  const reload = () => server.setSecureContext(read());
  return { server, reload };
}
// #endregion server
