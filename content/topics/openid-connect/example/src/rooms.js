import express from 'express';
import session from 'express-session';
import * as oidc from 'openid-client';
import { accountFor } from './accounts.js';

/** Each customer has a provider: { customer: { issuer, secret, allow } }. */
export function createRooms({ url, providers, db }) {
  // #region configuration
  const configs = new Map();
  async function configOf(customer) {
    if (!Object.hasOwn(providers, customer)) return undefined;
    const { issuer, secret } = providers[customer];
    if (!configs.has(customer)) {
      const discovery = oidc.discovery(new URL(issuer), 'rooms', secret, null, {
        execute: [
          oidc.allowInsecureRequests, // http, on this computer only
          oidc.enableNonRepudiationChecks, // check the signature as well
        ],
      });
      configs.set(customer, await discovery);
    }
    return configs.get(customer);
  }
  // #endregion configuration

  const app = express();
  app.use(
    session({
      secret: 'change-me',
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax' }, // and secure: true with HTTPS
    }),
  );

  // #region login
  app.get('/login/:customer', async (req, res) => {
    const { customer } = req.params;
    const config = await configOf(customer);
    if (!config) return res.status(404).send('No such customer.');

    const maxAge = 'again' in req.query ? 60 : undefined;
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const others = Object.entries(req.session.pending ?? {}).slice(-4); // tabs
    const login = { customer, verifier, nonce, maxAge };
    req.session.pending = Object.fromEntries([...others, [state, login]]);

    const target = oidc.buildAuthorizationUrl(config, {
      redirect_uri: `${url}/callback/${customer}`,
      scope: 'openid email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(maxAge && { max_age: String(maxAge) }),
    });
    res.redirect(target.href);
  });
  // #endregion login

  // #region callback
  app.get('/callback/:customer', async (req, res) => {
    const { customer } = req.params;
    const { state } = req.query;
    const login = req.session.pending?.[state];
    if (login?.customer !== customer) {
      return res.status(400).send('No login was started here.');
    }
    delete req.session.pending[state]; // one attempt

    let tokens;
    try {
      tokens = await oidc.authorizationCodeGrant(
        await configOf(customer),
        new URL(req.originalUrl, url),
        {
          pkceCodeVerifier: login.verifier,
          expectedState: state,
          expectedNonce: login.nonce,
          maxAge: login.maxAge,
        },
      );
    } catch (error) {
      console.error('login refused:', error.cause?.message ?? error.message);
      return res.status(400).send('That did not work. Please start again.');
    }
    const claims = tokens.claims();
    if (!(await providers[customer].allow(claims))) {
      return res.status(403).send('This account is from somewhere else.');
    }
    const account = accountFor(db, customer, claims);
    await new Promise((resolve, reject) =>
      req.session.regenerate((error) => (error ? reject(error) : resolve())),
    );
    req.session.account = account;
    req.session.authTime = claims.auth_time ?? 0;
    req.session.logout = { customer, idToken: tokens.id_token };
    res.redirect('/me');
  });
  // #endregion callback

  app.get('/me', (req, res) => {
    const { account } = req.session;
    if (!account) return res.status(401).send('Please log in.');
    res.json(db.prepare('SELECT * FROM account WHERE id = ?').get(account));
  });

  // #region again
  app.post('/bank-account', (req, res) => {
    const { account, authTime, logout } = req.session;
    if (!account) return res.status(401).send('Please log in.');
    if (Date.now() / 1000 - authTime > 120) {
      return res.redirect(303, `/login/${logout.customer}?again`);
    }
    res.send('Changed.');
  });
  // #endregion again

  // #region logout
  app.post('/logout', async (req, res) => {
    const { logout } = req.session;
    await new Promise((resolve) => req.session.destroy(resolve));
    const config = logout && (await configOf(logout.customer).catch(() => {}));
    if (!config?.serverMetadata().end_session_endpoint) {
      return res.redirect('/'); // the session at the provider goes on
    }
    const target = oidc.buildEndSessionUrl(config, {
      id_token_hint: logout.idToken,
      post_logout_redirect_uri: `${url}/`,
    });
    res.redirect(target.href);
  });
  // #endregion logout

  app.get('/', (req, res) => res.send('Rooms'));
  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    console.error(error.code ?? error.name);
    res.status(500).send('Something went wrong.');
  });
  return app;
}
