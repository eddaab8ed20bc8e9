import express from 'express';
import session from 'express-session';
import * as oidc from 'openid-client';
import { accountFor } from './accounts.js';

/** Each customer has a provider of its own: { customer: { issuer, secret } }. */
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
    req.session.pending = { customer, verifier, state, nonce, maxAge };

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
    const { pending } = req.session;
    delete req.session.pending; // one attempt
    const { customer } = req.params;
    if (pending?.customer !== customer) {
      return res.status(400).send('No login was started here.');
    }
    let tokens;
    try {
      tokens = await oidc.authorizationCodeGrant(
        await configOf(customer),
        new URL(req.originalUrl, url),
        {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          maxAge: pending.maxAge,
        },
      );
    } catch (error) {
      console.error('login refused:', error.cause?.message ?? error.message);
      return res.status(400).send('That did not work. Please start again.');
    }
    const account = accountFor(db, customer, tokens.claims());
    await new Promise((resolve, reject) =>
      req.session.regenerate((error) => (error ? reject(error) : resolve())),
    );
    req.session.account = account;
    req.session.logout = { customer, idToken: tokens.id_token };
    res.redirect('/me');
  });
  // #endregion callback

  app.get('/me', (req, res) => {
    const { account } = req.session;
    if (!account) return res.status(401).send('Please log in.');
    res.json(db.prepare('SELECT * FROM account WHERE id = ?').get(account));
  });

  // #region logout
  app.post('/logout', async (req, res) => {
    const { logout } = req.session;
    await new Promise((resolve) => req.session.destroy(resolve));
    if (!logout) return res.redirect('/');
    const target = oidc.buildEndSessionUrl(await configOf(logout.customer), {
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
