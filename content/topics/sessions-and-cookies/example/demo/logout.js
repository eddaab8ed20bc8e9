// A logout that only removes the cookie from the browser.
import cookieParser from 'cookie-parser';
import express from 'express';
import { once } from 'node:events';

const app = express();
app.use(cookieParser('a secret for signatures'));
app.post('/login', (req, res) => {
  res
    .cookie('reader', 'amina', { signed: true, httpOnly: true })
    .send('welcome');
});
app.post('/logout', (req, res) => {
  res.clearCookie('reader').send('bye');
});
app.get('/loans', (req, res) => {
  const { reader } = req.signedCookies;
  res.send(reader ? `${reader} has 2 loans` : 'please log in');
});

const server = app.listen(0);
await once(server, 'listening');
const ask = async (method, path, cookie = '') => {
  const url = `http://localhost:${server.address().port}${path}`;
  const res = await fetch(url, { method, headers: { cookie } });
  console.log(method, path, await res.text());
  return res.headers.get('set-cookie')?.split(';')[0];
};
const copied = await ask('POST', '/login');
await ask('POST', '/logout', copied);
await ask('GET', '/loans', copied);
server.close();
server.closeAllConnections();
