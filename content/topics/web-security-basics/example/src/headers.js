import { randomBytes } from 'node:crypto';
import helmet from 'helmet';

// #region headers
export const headers = [
  (req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64');
    res.set('Permissions-Policy', 'camera=(), microphone=()');
    next();
  },
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [(req, res) => `'nonce-${res.locals.nonce}'`],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: { maxAge: 300, includeSubDomains: false },
  }),
];
// #endregion headers
