import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

const rpID = 'portal.example';
const origins = ['https://portal.example', 'https://login.portal.example'];

export class Refused extends Error {}

// #region challenge
function keepChallenge(db, session, purpose, value) {
  db.prepare('DELETE FROM challenge WHERE expires < ?').run(Date.now());
  db.prepare('INSERT OR REPLACE INTO challenge VALUES (?, ?, ?, ?)').run(
    session,
    purpose,
    value,
    Date.now() + 5 * 60_000,
  );
}

/** One attempt per challenge, whatever comes of it. */
function takeChallenge(db, session, purpose) {
  const row = db
    .prepare(
      'DELETE FROM challenge WHERE session = ? AND purpose = ? RETURNING *',
    )
    .get(session, purpose);
  if (!row || row.expires < Date.now()) throw new Refused('No open challenge');
  return row.value;
}
// #endregion challenge

/** The library throws an error for each check that fails. */
async function verified(verify) {
  try {
    const result = await verify();
    if (result.verified) return result;
  } catch (error) {
    throw new Refused(error.message);
  }
  throw new Refused('The signature is wrong');
}

const passkeysOf = (db, handle) =>
  db.prepare('SELECT * FROM passkey WHERE handle = ?').all(handle);

// #region register
/** The account comes from a session that logged in a short time ago. */
export async function beginRegistration(db, session, account) {
  const options = await generateRegistrationOptions({
    rpName: 'Cooperative',
    rpID,
    userID: Buffer.from(account.handle, 'base64url'),
    userName: account.email,
    excludeCredentials: passkeysOf(db, account.handle).map(({ id }) => ({
      id,
    })),
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: 'required',
    },
  });
  keepChallenge(db, session, `register ${account.handle}`, options.challenge);
  return options;
}

export async function finishRegistration(db, session, account, response) {
  const expectedChallenge = takeChallenge(
    db,
    session,
    `register ${account.handle}`,
  );
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origins,
      expectedRPID: rpID,
    }),
  );
  const { credential, credentialBackedUp } = registrationInfo;
  const { changes } = db
    .prepare(
      'INSERT INTO passkey VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(
      credential.id,
      account.handle,
      credential.publicKey,
      credential.counter,
      Number(credentialBackedUp),
      JSON.stringify(credential.transports ?? []),
    );
  if (changes === 0) throw new Refused('This passkey is already registered');
  return { backedUp: credentialBackedUp };
}
// #endregion register

// #region login
/** No account is named: the browser offers the passkeys of this domain. */
export async function beginLogin(db, session) {
  const options = await generateAuthenticationOptions({
    rpID,
    userVerification: 'required',
  });
  keepChallenge(db, session, 'login', options.challenge);
  return options;
}

/** Returns the handle of the account. The caller then starts a new session. */
export async function finishLogin(db, session, response) {
  const expectedChallenge = takeChallenge(db, session, 'login');
  const row = db
    .prepare('SELECT * FROM passkey WHERE id = ?')
    .get(String(response?.id));
  if (!row || row.handle !== response.response?.userHandle)
    throw new Refused('Unknown passkey');
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origins,
      expectedRPID: rpID,
      credential: {
        id: row.id,
        publicKey: row.public_key,
        counter: row.counter,
      },
    }),
  );
  const { newCounter, credentialBackedUp } = authenticationInfo;
  const { changes } = db
    .prepare(
      `UPDATE passkey SET counter = :new, backed_up = :backedUp
       WHERE id = :id AND (counter < :new OR (counter = 0 AND :new = 0))`,
    )
    .run({ id: row.id, new: newCounter, backedUp: Number(credentialBackedUp) });
  if (changes === 0) throw new Refused('Removed or used in the meantime');
  return row.handle;
}
// #endregion login

// #region remove
/** Without a password, the last passkey is the last way in. */
export function removePasskey(db, account, id) {
  const { changes } = db
    .prepare(
      `DELETE FROM passkey WHERE id = ? AND handle = ?
       AND (SELECT count(*) FROM passkey WHERE handle = ?) > 1`,
    )
    .run(id, account.handle, account.handle);
  return changes === 1;
}
// #endregion remove
