import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';
import { errors, jwtVerify } from 'jose';

// Not the token's fault: the issuer's keys couldn't be loaded.
const outages = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** Accepts tokens that this issuer made for this audience, and no others. */
export const tokenVerifier = ({ keys, issuer, audience }) => ({
  async verifyAccessToken(token) {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['ES256'],
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'client_id'],
      });
      return {
        token,
        clientId: payload.client_id,
        scopes: (payload.scope ?? '').split(' '),
        expiresAt: payload.exp,
        extra: { user: payload.sub },
      };
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || outages.includes(error.code))
        throw error;
      throw new OAuthError(
        OAuthErrorCode.InvalidToken,
        'The token is invalid.',
      );
    }
  },
});
