import { rateLimit } from 'express-rate-limit';
import { jwtVerify } from 'jose';

/** Says no, and writes down who was refused what, and why. */
export function refuse(req, res, status, gate) {
  const { user, ip, method, path } = req;
  console.warn(
    JSON.stringify({ refusedBy: gate, user: user?.id, ip, method, path }),
  );
  res.status(status).json({ error: gate });
}

// #region who
export function authenticate(publicKey) {
  return async (req, res, next) => {
    const [, token] = /^Bearer (\S+)$/i.exec(req.get('authorization')) ?? [];
    try {
      const { payload } = await jwtVerify(token ?? '', publicKey, {
        algorithms: ['ES256'],
        issuer: 'https://login.warm.example',
        audience: 'heating',
        requiredClaims: ['sub', 'exp'],
      });
      req.user = { id: payload.sub, role: payload.role };
    } catch {
      return refuse(req, res, 401, 'authentication');
    }
    next();
  };
}
// #endregion who

// #region limit
/** In production, give it a store that all instances share, such as Redis. */
export const limit = (perMinute, keyOf) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    ...(keyOf && { keyGenerator: keyOf }),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (req, res) => refuse(req, res, 429, 'rate limit'),
  });
// #endregion limit

export function requireRole(role) {
  if (!role) throw new TypeError('Which role may do this?');
  return (req, res, next) =>
    req.user.role === role ? next() : refuse(req, res, 403, 'role');
}
