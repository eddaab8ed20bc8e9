import { once } from 'node:events';
import express from 'express';
import { chromium } from 'playwright-core';
import { createApp } from '../src/app.js';
import { createForum } from '../src/forum.js';
import { refuseCrossSite } from '../src/guard.js';
import { headers } from '../src/headers.js';
import { createNaiveApp } from '../src/naive.js';

const origin = 'http://localhost:3000';
const evil = 'http://127.0.0.1:3001'; // another site
const sibling = 'http://localhost:3002'; // same site, like another subdomain

const laxCookie = { sameSite: 'lax', secure: true, httpOnly: true };
const versions = {
  naive: (forum) => createNaiveApp(forum),
  cookie: (forum) => createNaiveApp(forum, [], laxCookie),
  headers: (forum) => createNaiveApp(forum, headers),
  guard: (forum) => createNaiveApp(forum, [refuseCrossSite(origin)]),
  fixed: (forum) => createApp(forum, origin),
};

// #region payload
const makeEveAdmin =
  "fetch('/admins', { method: 'POST', body: new URLSearchParams({ name: 'eve' }) })";
const image = `<img src=x onerror="${makeEveAdmin}">`;
// #endregion payload

const attacks = {
  'stored XSS: a comment': async (page, forum) => {
    forum.comments.push({ author: 'eve', website: '#', text: image });
    await page.goto(origin);
  },
  'reflected XSS: a search link': (page) =>
    page.goto(`${origin}/search?q=${encodeURIComponent(image)}`),
  'DOM XSS: a link with a fragment': (page) =>
    page.goto(`${origin}/#${encodeURIComponent(image)}`),
  'XSS: a javascript: link': async (page, forum) => {
    const website = `javascript:void ${makeEveAdmin}`;
    forum.comments.push({ author: 'eve', website, text: 'hi' });
    await page.goto(origin);
    await page.click('a');
  },
  'XSS: an error message of the API': (page) =>
    page.goto(`${origin}/api/members/${encodeURIComponent(image)}`),
  'HTML injection: a button': async (page, forum) => {
    const text = `<form method="post" action="/admins">
      <button name="name" value="eve">Show more</button></form>`;
    forum.comments.push({ author: 'eve', website: '#', text });
    await page.goto(origin);
    const button = page.locator('button');
    if (await button.isVisible()) await button.click();
  },
  'CSRF: a form on another site': (page) => page.goto(`${evil}/form`),
  'CSRF: a form on a sibling origin': (page) => page.goto(`${sibling}/form`),
  'CSRF: JSON sent as text/plain': (page) =>
    page.goto(`${evil}/json`, { waitUntil: 'commit' }),
  'clickjacking: a click on a prize': async (page) => {
    await page.goto(`${sibling}/prize`);
    await page.waitForTimeout(300);
    await page.mouse.click(60, 20);
  },
};

// #region evil
const submit = '<script>document.forms[0].submit()</script>';
const evilPages = {
  '/form': `<form method="post" action="${origin}/admins">
    <input name="name" value="eve"></form>${submit}`,
  '/json': `<form method="post" action="${origin}/api/admins" enctype="text/plain">
    <input name='{"name":"eve","x":"' value='"}'></form>${submit}`,
  '/prize': `<button>Win a prize</button><iframe src="${origin}/admins"
    style="position: absolute; left: 0; top: 0; opacity: 0"></iframe>`,
};
// #endregion evil

const evilApp = express();
for (const [path, page] of Object.entries(evilPages)) {
  evilApp.get(path, (req, res) => res.send(`<!doctype html>${page}`));
}
const evilServers = [
  evilApp.listen(3001, '127.0.0.1'),
  evilApp.listen(3002, 'localhost'),
];
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
});
let blocked;

async function run(attack, createVersion) {
  const forum = createForum();
  const server = createVersion(forum).listen(3000, 'localhost');
  await once(server, 'listening');
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => {
    const text = message.text();
    if (text.includes('inline event handler violates')) blocked ??= text;
  });

  await page.goto(origin);
  await page.evaluate(() => fetch('/login', { method: 'POST' }));
  await page.goto('about:blank');
  await attack(page, forum);
  await page.waitForTimeout(300);

  await context.close();
  server.close();
  server.closeAllConnections();
  return forum.admins.includes('eve') ? 'admin' : '-';
}

const chosen = process.argv[2] ? [process.argv[2]] : Object.keys(versions);
console.log(''.padEnd(34), ...chosen.map((name) => name.padEnd(7)));
for (const [name, attack] of Object.entries(attacks)) {
  const results = [];
  for (const version of chosen) {
    results.push(await run(attack, versions[version]));
  }
  console.log(name.padEnd(34), ...results.map((text) => text.padEnd(7)));
}
if (blocked) console.log(`\nThe console of the browser:\n${blocked}`);

await browser.close();
for (const server of evilServers) {
  server.close();
  server.closeAllConnections();
}
