import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A provider whose token endpoint returns whatever a test wants. */
export async function startForger() {
  let own;
  let key;
  const stranger = await generateKeyPair('RS256');
  const forger = { make: undefined, rotate };
  async function rotate(kid) {
    own = await generateKeyPair('RS256');
    key = { ...(await exportJWK(own.publicKey)), kid, alg: 'RS256' };
  }
  await rotate('k1');

  const server = createServer(async (req, res) => {
    res.setHeader('content-type', 'application/json');
    if (req.url === '/jwks') return res.end(JSON.stringify({ keys: [key] }));
    if (req.url === '/token') return res.end(JSON.stringify(await token()));
    const { issuer } = forger;
    res.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    );
  }).listen(0);
  await once(server, 'listening');
  forger.issuer = `http://localhost:${server.address().port}`;
  forger.stop = () => server.close();
  return forger;

  async function token() {
    const { claims, signedBy = 'own' } = forger.make;
    const id_token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .sign((signedBy === 'own' ? own : stranger).privateKey);
    return { access_token: 'x', token_type: 'bearer', id_token };
  }
}
