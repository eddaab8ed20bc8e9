// Deploys twice, and looks at what a page from the first deployment gets.
import express from 'express';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = mkdtempSync(join(tmpdir(), 'site-'));
function deploy(script) {
  rmSync(dist, { recursive: true });
  mkdirSync(join(dist, 'assets'), { recursive: true });
  const html = `<script type="module" src="/assets/${script}"></script>`;
  writeFileSync(join(dist, 'index.html'), html);
  writeFileSync(join(dist, 'assets', script), 'console.log("booked")');
}

// #region first-try
const app = express();
app.use(express.static(dist, { maxAge: '1d' }));
app.get('/*path', (req, res) => res.sendFile(join(dist, 'index.html')));
// #endregion first-try

const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
async function get(path) {
  const res = await fetch(`http://127.0.0.1:${server.address().port}${path}`);
  const type = res.headers.get('content-type');
  console.log(path, res.status, type, res.headers.get('cache-control'));
  await res.text();
}

deploy('main-4f2a91.js');
await get('/');
await get('/assets/main-4f2a91.js');
console.log('second deployment');
deploy('main-b7c03d.js');
await get('/assets/main-4f2a91.js');
server.close();
rmSync(dist, { recursive: true });
