import express from 'express';
import { jwtVerify, SignJWT } from 'jose';
import { gateway, login } from './keys.js';

// #region verify
/** Answers nginx's auth_request: 204 with an internal token, or 401. */
export const auth = express().get('/verify', async (req, res) => {
  const token = /^Bearer (\S+)$/i.exec(req.get('authorization'))?.[1];
  let user;
  try {
    const { payload } = await jwtVerify(token, login.publicKey, {
      algorithms: ['ES256'],
      issuer: 'https://login.paper.example',
      audience: 'paper-api',
      requiredClaims: ['sub', 'exp'],
    });
    user = payload.sub;
  } catch {
    res.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    return res.status(401).end();
  }
  const internal = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer('gateway')
    .setAudience(req.get('x-audience'))
    .setSubject(user)
    .setExpirationTime('60s')
    .sign(gateway.privateKey);
  res.set('X-Internal-Token', internal).status(204).end();
});
// #endregion verify
