const start = Date.UTC(2026, 3, 1, 12);
const minute = 60_000;

function setUp({ module, assert }) {
  let now = start;
  const auth = module.createAuth({ now: () => now });
  const send = async (method, path, token, body) => {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    return auth(new Request(`http://shop.test${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
  };
  return {
    send,
    at(minutes) {
      now = start + minutes * minute;
    },
    async login(user = 'ada') {
      const response = await send('POST', '/login', undefined, { user, password: 'correct' });
      assert.equal(response.status, 200, `A login with the right password should get 200, found ${response.status}.`);
      return response.json();
    },
    async refresh(token) {
      const response = await send('POST', '/refresh', token);
      assert.equal(response.status, 200, `No one has logged out here, so refreshing should get 200. Found ${response.status}.`);
      return (await response.json()).access;
    },
    async expectStatus(status, what, method, path, token) {
      const found = (await send(method, path, token)).status;
      assert.equal(found, status, `${what}: ${method} ${path} should get ${status}, found ${found}.`);
    },
  };
}

export default [
  {
    name: 'Tokens work until they expire',
    async run(context) {
      const shop = setUp(context);
      const { access, refresh } = await shop.login();
      shop.at(9.9);
      const response = await shop.send('GET', '/account', access);
      context.assert.deepEqual(await response.json(), { user: 'ada' }, 'Within ten minutes of the login, GET /account should return {"user":"ada"}.');
      shop.at(10);
      await shop.expectStatus(401, 'An access token after ten minutes', 'GET', '/account', access);
      await shop.expectStatus(200, 'A token that was just refreshed', 'GET', '/account', await shop.refresh(refresh));
      await shop.expectStatus(401, 'A refresh token used as an access token', 'GET', '/account', refresh);
      await shop.expectStatus(401, 'Without a token', 'GET', '/account', undefined);
      const wrong = await shop.send('POST', '/login', undefined, { user: 'ada', password: 'guessed' });
      context.assert.equal(wrong.status, 401, `A login with a wrong password should get 401, found ${wrong.status}.`);
      await shop.expectStatus(404, 'A path that does not exist', 'GET', '/nothing', (await shop.login()).access);
      shop.at(29 * 24 * 60);
      await shop.expectStatus(200, 'A refresh token after 29 days', 'POST', '/refresh', refresh);
      shop.at(30 * 24 * 60);
      await shop.expectStatus(401, 'A refresh token after 30 days', 'POST', '/refresh', refresh);
    },
  },
  {
    name: 'The token that logged out is refused',
    async run(context) {
      const shop = setUp(context);
      const { access } = await shop.login();
      await shop.expectStatus(204, 'A logout', 'POST', '/logout', access);
      await shop.expectStatus(401, 'The token that logged out', 'GET', '/account', access);
      await shop.expectStatus(401, 'A second logout with it', 'POST', '/logout', access);
    },
  },
  {
    name: 'Every access token of the session is refused',
    async run(context) {
      for (const loggedOut of [0, 1, 2]) {
        const shop = setUp(context);
        const { access, refresh } = await shop.login();
        shop.at(1);
        const second = await shop.refresh(refresh);
        shop.at(2);
        const tokens = [access, second, await shop.refresh(refresh)];
        await shop.send('POST', '/logout', tokens[loggedOut]);
        for (const at of [0, 1, 2])
          await shop.expectStatus(401, `One session has three access tokens, and it was logged out with number ${loggedOut + 1}. With number ${at + 1}`, 'GET', '/account', tokens[at]);
      }
    },
  },
  {
    name: 'A refresh token of the session is refused',
    async run(context) {
      const shop = setUp(context);
      const { access, refresh } = await shop.login();
      await shop.send('POST', '/logout', access);
      for (const minutes of [0, 9, 11, 60 * 24]) {
        shop.at(minutes);
        await shop.expectStatus(401, `${minutes} minutes after the logout`, 'POST', '/refresh', refresh);
      }
    },
  },
  {
    name: 'Other logins of the same user go on',
    async run(context) {
      const shop = setUp(context);
      const phone = await shop.login();
      shop.at(1);
      const library = await shop.login();
      const other = await shop.login('ben');
      await shop.send('POST', '/logout', library.access);
      await shop.expectStatus(200, 'Ada logged out on one of two devices. On the other one', 'GET', '/account', phone.access);
      await shop.expectStatus(200, 'After Ada logged out, with the refreshed token of her other device', 'GET', '/account', await shop.refresh(phone.refresh));
      await shop.expectStatus(200, 'After Ada logged out, with the token of Ben', 'GET', '/account', other.access);
    },
  },
  {
    name: 'A later login works',
    async run(context) {
      const shop = setUp(context);
      const old = [];
      for (let round = 1; round <= 12; round += 1) {
        shop.at(round);
        const { access, refresh } = await shop.login();
        await shop.expectStatus(200, `Login number ${round}, after ${round - 1} logouts`, 'GET', '/account', access);
        const second = await shop.refresh(refresh);
        await shop.expectStatus(204, `Logout number ${round}, with a refreshed token`, 'POST', '/logout', second);
        old.push(refresh);
        for (const token of [access, second]) await shop.expectStatus(401, `After logout number ${round}`, 'GET', '/account', token);
        for (const token of old) await shop.expectStatus(401, `After logout number ${round}, with a refresh token of one of the sessions that have ended`, 'POST', '/refresh', token);
      }
    },
  },
];
