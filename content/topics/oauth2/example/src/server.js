import Provider, { errors } from 'oidc-provider';

/** Another API of the same maker; its tokens don't open the rides. */
export const pulse = 'https://pulse.watch.example';

/** An authorization server for this computer: any name and password log in. */
export function createServer({
  issuer,
  coach,
  api,
  tokenSeconds = 600,
  refreshSeconds = 30 * 24 * 3600,
}) {
  return new Provider(issuer, {
    // #region clients
    clients: [
      {
        client_id: 'coach',
        client_secret: 'secret-of-the-coach',
        redirect_uris: [`${coach}/callback`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
      {
        client_id: 'nightly-report',
        client_secret: 'secret-of-the-report',
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
      },
    ],
    // #endregion clients
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    ttl: { AccessToken: tokenSeconds, RefreshToken: refreshSeconds },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (ctx, audience) => {
          if (![api, pulse].includes(audience)) {
            throw new errors.InvalidTarget();
          }
          return { scope: 'rides:read', audience, accessTokenFormat: 'jwt' };
        },
        defaultResource: () => api,
        useGrantedResource: () => true,
      },
    },
  });
}
