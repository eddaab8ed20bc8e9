// Plays a browser with an authenticator, honest or not. It writes the bytes that WebAuthn defines.
import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';

const sha256 = (data) => createHash('sha256').update(data).digest();
const b64 = (data) => Buffer.from(data).toString('base64url');
export const flag = { UP: 1, UV: 4, BE: 8, BS: 16, AT: 64 };
const usual = flag.UP | flag.UV | flag.BE | flag.BS; // a synced passkey

const clientData = (type, challenge, origin) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function authData(rpId, flags, counter, rest = Buffer.alloc(0)) {
  const head = Buffer.alloc(37);
  sha256(rpId).copy(head);
  head[32] = flags;
  head.writeUInt32BE(counter, 33);
  return Buffer.concat([head, rest]);
}

export function createAuthenticator() {
  const id = randomBytes(16);
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  let userHandle;
  const response = (fields) => ({
    id: b64(id),
    rawId: b64(id),
    type: 'public-key',
    clientExtensionResults: {},
    response: fields,
  });

  return {
    id: b64(id),
    /** navigator.credentials.create() */
    create(options, change = {}) {
      const { origin, flags = usual } = {
        origin: 'https://portal.example',
        ...change,
      };
      userHandle = options.user.id;
      const { x, y } = publicKey.export({ format: 'jwk' });
      const cose = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ]);
      const length = Buffer.from([0, id.length]);
      const key = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const data = authData(options.rp.id, flags | flag.AT, 0, key);
      const attestation = Buffer.concat([
        Buffer.from(
          'a363666d74646e6f6e656761747453746d74a0686175746844617461',
          'hex',
        ),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return response({
        clientDataJSON: b64(
          clientData('webauthn.create', options.challenge, origin),
        ),
        attestationObject: b64(attestation),
        transports: ['internal'],
      });
    },
    /** navigator.credentials.get() */
    get(options, change = {}) {
      const { origin, rpId, challenge, flags, counter, handle } = {
        origin: 'https://portal.example',
        rpId: options.rpId,
        challenge: options.challenge,
        flags: usual,
        counter: 0,
        handle: userHandle,
        ...change,
      };
      const client = clientData('webauthn.get', challenge, origin);
      const data = authData(rpId, flags, counter);
      const signed = Buffer.concat([data, sha256(client)]);
      return response({
        clientDataJSON: b64(client),
        authenticatorData: b64(data),
        signature: b64(sign('sha256', signed, privateKey)),
        userHandle: handle,
      });
    },
  };
}
