import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createApi } from './api.js';
import * as settings from './cors-settings.js';

const name = process.env.CORS ?? 'fixed'; // or off, wildcard, reflecting
createApi(settings[name], console.log).listen(8080);

const files = {
  '/': ['text/html; charset=utf-8', '../page/index.html'],
  '/app.js': ['text/javascript', '../page/app.js'],
};
const page = createServer((req, res) => {
  const [type, path] = files[req.url] ?? [];
  if (!type) return res.writeHead(404).end();
  res.setHeader('Content-Type', type);
  res.end(readFileSync(new URL(path, import.meta.url)));
});
page.listen(3000);
createServer(page.listeners('request')[0]).listen(3001);
console.log(`API on 8080 with CORS "${name}", the page on 3000 and 3001`);
