import express from 'express';
import session from 'express-session';
import * as oauth from 'openid-client';

/** The coaching app: a confidential client that keeps the tokens in its session. */
export async function createCoach({ issuer, coach, api }) {
  const config = await oauth.discovery(
    new URL(issuer),
    'coach',
    'secret-of-the-coach',
    undefined,
    { execute: [oauth.allowInsecureRequests] }, // http, on this computer only
  );
  const app = express();
  app.use(
    session({
      secret: 'change-me',
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax' }, // and secure: true with HTTPS
    }),
  );

  // #region connect
  app.get('/connect', async (req, res) => {
    const verifier = oauth.randomPKCECodeVerifier();
    const state = oauth.randomState();
    const nonce = oauth.randomNonce();
    req.session.pending = { verifier, state, nonce };

    const url = oauth.buildAuthorizationUrl(config, {
      redirect_uri: `${coach}/callback`,
      scope: 'openid offline_access rides:read',
      prompt: 'consent',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    res.redirect(url.href);
  });
  // #endregion connect

  // #region callback
  app.get('/callback', async (req, res) => {
    const { pending } = req.session;
    delete req.session.pending; // one attempt
    if (!pending) return res.status(400).send('Nothing was started here.');

    let tokens;
    try {
      tokens = await oauth.authorizationCodeGrant(
        config,
        new URL(req.originalUrl, coach),
        {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        },
      );
    } catch (err) {
      console.error('callback refused:', err.code ?? err.name);
      return res.status(400).send('That did not work. Please start again.');
    }
    const { sub } = tokens.claims();
    await new Promise((resolve, reject) =>
      req.session.regenerate((err) => (err ? reject(err) : resolve())),
    );
    req.session.user = sub;
    req.session.tokens = keep(tokens);
    res.redirect('/rides');
  });
  // #endregion callback

  // #region rides
  app.get('/rides', async (req, res) => {
    if (!req.session.tokens) return res.redirect('/connect');
    if (req.session.tokens.expiresAt < Date.now() + 5000) {
      const { refreshToken } = req.session.tokens;
      try {
        const fresh = await oauth.refreshTokenGrant(config, refreshToken);
        req.session.tokens = { refreshToken, ...keep(fresh) };
      } catch (err) {
        if (err.error !== 'invalid_grant') throw err;
        delete req.session.tokens; // expired, or the user has revoked it
        return res.redirect('/connect');
      }
    }
    const { accessToken } = req.session.tokens;
    const headers = { Authorization: `Bearer ${accessToken}` };
    try {
      const signal = AbortSignal.timeout(5_000); // for the body, too
      const response = await fetch(`${api}/rides`, { headers, signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const { rides } = await response.json();
      res.json({ user: req.session.user, rides });
    } catch (err) {
      console.error('no rides:', err.message);
      res.status(502).send('No rides right now.');
    }
  });
  // #endregion rides

  app.use((err, req, res, next) => {
    if (res.headersSent) return next(err);
    console.error(err.code ?? err.name);
    res.status(500).send('Something went wrong.');
  });
  return app;
}

const keep = (tokens) => ({
  accessToken: tokens.access_token,
  expiresAt: Date.now() + tokens.expires_in * 1000,
  ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }),
});
