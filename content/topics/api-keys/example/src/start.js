import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { createApp } from './app.js';

/** The API on a free port, with an empty database. The header `Org` stands for the login. */
export async function start(mode) {
  const db = await PGlite.create();
  await db.exec(
    await readFile(new URL('../schema.sql', import.meta.url), 'utf8'),
  );
  const app = createApp({ db, ownerOf: (req) => req.get('Org'), mode });
  const server = app.listen(0);
  await once(server, 'listening');
  const url = `http://localhost:${server.address().port}`;

  async function ask(method, path, { key, org, body } = {}) {
    const headers = { 'Content-Type': 'application/json' };
    if (key !== undefined) headers.Authorization = `Bearer ${key}`;
    if (org) headers.Org = org;
    const response = await fetch(url + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, ...json };
  }
  return {
    db,
    ask,
    create: (org, name, scopes = ['images:read'], expiresInDays) =>
      ask('POST', '/account/keys', {
        org,
        body: { name, scopes, expiresInDays },
      }),
    async stop() {
      server.close();
      await db.close();
    },
  };
}
