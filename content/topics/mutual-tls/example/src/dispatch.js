import { constants } from 'node:crypto';
import { createServer } from 'node:https';

// #region policy
const policy = new Map([
  ['spiffe://hospital.example/ward', ['GET /menu', 'POST /orders']],
  ['spiffe://hospital.example/canteen', ['GET /menu']],
]);
// #endregion policy

// #region identity
/** The caller's SPIFFE ID, if its certificate has exactly one URI. */
export function identityOf(socket, now) {
  const { subjectaltname = '', valid_to } = socket.getPeerCertificate();
  if (!(Date.parse(valid_to) > now)) return undefined;
  const uris = subjectaltname
    .split(', ')
    .filter((name) => name.startsWith('URI:'));
  return uris.length === 1 ? uris[0].slice('URI:'.length) : undefined;
}
// #endregion identity

// #region server
/** Certificates: { key, cert, ca }, where ca is the hospital's and no other. */
const contextOf = ({ key, cert, ca }) => ({
  ...{ key, cert, ca },
  minVersion: 'TLSv1.3',
  secureOptions: constants.SSL_OP_NO_TICKET, // no resumed sessions
});

export function createDispatch(certificates, { log, now = Date.now }) {
  const server = createServer(
    {
      ...contextOf(certificates),
      requestCert: true,
      rejectUnauthorized: true,
    },
    (req, res) => {
      const caller = identityOf(req.socket, now());
      const action = `${req.method} ${req.url}`;
      if (!caller) {
        log(`refused: no valid identity, ${action}`);
        return req.socket.destroy();
      }
      const allowed = policy.get(caller)?.includes(action) ?? false;
      if (!allowed) log(`refused: ${caller}, ${action}`);
      res.writeHead(allowed ? 201 : 403).end();
    },
  );
  server.on('tlsClientError', (error, socket) =>
    log(`refused: ${socket.authorizationError ?? error.code}`),
  );
  const renew = (renewed) => server.setSecureContext(contextOf(renewed));
  return { server, renew };
}
// #endregion server
