/** Writes what nginx and Caddy include, from `_headers` and `_redirects` of the built site, to deploy/generated/. Usage: npm run host:files */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHeaderRules, parseRedirects } from '../serve/path-rules.ts';
import { caddyHeaders, caddyRedirects, nginxHeaders, nginxMaps, nginxRedirects } from './host-rules.ts';

const site = resolve('dist');
const folder = resolve('deploy/generated');
const rules = parseHeaderRules(readFileSync(join(site, '_headers'), 'utf8'));
const redirects = parseRedirects(readFileSync(join(site, '_redirects'), 'utf8'));

const files = {
  'maps.conf': `${nginxMaps(rules)}\n${nginxRedirects(redirects)}`,
  'headers.conf': nginxHeaders(rules),
  'headers.caddy': caddyHeaders(rules),
  'redirects.caddy': caddyRedirects(redirects),
};

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
console.log(`${Object.keys(files).length} files in deploy/generated/`);
