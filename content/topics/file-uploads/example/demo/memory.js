// Sends 100 uploads of 8 MB at once, and prints what they cost in memory.
import express from 'express';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import multer from 'multer';

if (process.argv[2] === 'client') {
  const file = new Blob([Buffer.alloc(8_000_000)]);
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      const body = new FormData();
      body.set('photo', file, 'photo.jpg');
      const res = await fetch(process.argv[3], { method: 'POST', body });
      if (res.status !== 200) throw new Error(`status ${res.status}`);
    }),
  );
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
const upload =
  process.argv[2] === 'memory'
    ? multer({ storage: multer.memoryStorage() })
    : multer({ dest: folder });
const app = express();
app.post('/', upload.single('photo'), (req, res) => res.end());
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

let most = 0;
const before = process.memoryUsage.rss();
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 10);
const url = `http://127.0.0.1:${server.address().port}/`;
const [code] = await once(fork(import.meta.filename, ['client', url]), 'exit');
clearInterval(timer);
server.close();
rmSync(folder, { recursive: true });
if (code) throw new Error('the client failed');
console.log(
  `${process.argv[2]}: ${Math.round((most - before) / 1e6)} MB more memory`,
);
