import Provider from 'oidc-provider';

/** A provider for this computer: any name and password log in. */
export function createProvider({ issuer, rooms, id, emails = {} }) {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'rooms',
        client_secret: 'secret-of-rooms',
        redirect_uris: [`${rooms}/callback/${id}`],
        post_logout_redirect_uris: [`${rooms}/`],
      },
    ],
    claims: { email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // the email comes in the ID token
    findAccount: (ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: emails[sub], email_verified: true }),
    }),
  });
}
