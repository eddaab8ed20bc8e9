import express from 'express';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

const rides = new Map([['lena', ['Ghent to Bruges, 48 km']]]);

/** The API of the watch's maker: it checks each token by itself. */
export function createRides({ issuer, api }) {
  const app = express();

  // #region check
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const withoutKeys = (err) =>
    !(err instanceof errors.JOSEError) ||
    /^ERR_(JOSE_GENERIC|JWKS_(TIMEOUT|INVALID))$/.test(err.code);

  app.get('/rides', async (req, res) => {
    const [scheme, token] = req.get('Authorization')?.split(' ') ?? [];
    if (scheme?.toLowerCase() !== 'bearer' || !token) {
      return res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
    }
    let claims;
    try {
      const expected = { issuer, audience: api, typ: 'at+jwt' };
      claims = (await jwtVerify(token, keys, expected)).payload;
    } catch (err) {
      if (withoutKeys(err)) return res.sendStatus(503); // it may be good
      res.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      return res.sendStatus(401);
    }
    if (!claims.scope?.split(' ').includes('rides:read')) {
      res.set('WWW-Authenticate', 'Bearer error="insufficient_scope"');
      return res.sendStatus(403);
    }
    // The scope says what the app may try; whose rides it gets is decided here.
    res.json({ rides: rides.get(claims.sub) ?? [] });
  });
  // #endregion check
  return app;
}
