import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

const post = async (path, body = {}) => {
  const res = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!res.ok) throw new Error(`${path}: ${res.status}`);
  return res.json();
};

// #region browser
export async function offerPasskeys() {
  if (!(await browserSupportsWebAuthnAutofill())) return;
  const optionsJSON = await post('/login/begin');
  const response = await startAuthentication({
    optionsJSON,
    useBrowserAutofill: true, // <input autocomplete="username webauthn">
  });
  await post('/login/finish', response);
  location.assign('/');
}

export async function addPasskey() {
  const optionsJSON = await post('/passkeys/begin');
  await post('/passkeys/finish', await startRegistration({ optionsJSON }));
}
// #endregion browser
