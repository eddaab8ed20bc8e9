import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createApp } from '../src/app.js';

const skip = Boolean(process.env.PROGRAM); // that has an app of its own

test(
  'an error from elsewhere is a 500, whatever its status',
  { skip },
  async (t) => {
    const query = async () => {
      throw Object.assign(new Error('from another API'), { status: 404 });
    };
    const server = createApp({ query }, {}, () => {}).listen(0);
    await once(server, 'listening');
    t.after(() => server.close());
    const url = `http://localhost:${server.address().port}/tickets`;
    assert.equal((await fetch(`${url}/7`)).status, 500);
    assert.equal((await fetch(`${url}/%`)).status, 400);
  },
);
