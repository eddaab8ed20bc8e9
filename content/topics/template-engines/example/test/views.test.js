import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { parse } from 'parse5';
import { createApp } from '../src/app.js';
import {
  cleanHtml,
  renderEmail,
  renderPage,
  scriptJson,
  webUrl,
} from '../src/views.js';

function page(changes = {}) {
  const recipe = { name: 'Fish & chips', story: '<p>Mine</p>', steps: [] };
  Object.assign(recipe, changes.recipe);
  return renderPage('recipe', { recipe, comments: changes.comments ?? [] });
}

/** All elements of a document, as a browser would see them. */
function elements(html) {
  const found = [];
  (function visit(node) {
    if (node.tagName) found.push(node);
    for (const child of node.childNodes ?? []) visit(child);
  })(parse(html));
  return found;
}

// #region attacks
const attacks = [
  '<script>steal()</script>',
  '</script><script>steal()</script>',
  '</title><script>steal()</script>',
  '"><img src=x onerror=steal()>',
  "' onmouseover='steal()",
  '" onmouseover="steal()',
  '<svg onload=steal()>',
  '<a href="javascript:steal()">x</a>',
  'javascript:steal()',
  'JaVaScRiPt:steal()',
  ' java\nscript:steal()',
  'data:text/html,<script>steal()</script>',
  'https://a.example/?" onmouseover="steal()',
  'https://a.example/ onmouseover=steal()',
  '<!--<script>',
  '<%= process.exit(1) %>',
];

test('no attack in any place adds code to the page', () => {
  for (const value of attacks) {
    const html = page({
      recipe: { name: value, story: value, steps: [value] },
      comments: [{ author: value, text: value, website: value }],
    });
    const all = elements(html);
    const scripts = all.filter((element) => element.tagName === 'script');
    assert.equal(scripts.length, 2, value); // ours: recipe.js and the data
    const data = JSON.parse(scripts[1].childNodes[0].value);
    assert.deepEqual(data, [value]);
    for (const { attrs } of all)
      for (const attribute of attrs) {
        assert.doesNotMatch(attribute.name, /^on/, value);
        if (attribute.name === 'href')
          assert.match(attribute.value, /^https?:/, value);
      }
    assert.equal(all.filter((e) => e.tagName === 'img').length, 0, value);
  }
});
// #endregion attacks

test('what people type is shown as they typed it', () => {
  const text = `O'Brien <b> & "co"`;
  const html = page({ comments: [{ author: text, text }] });
  const article = elements(html).find((e) => e.tagName === 'article');
  const paragraph = elements(html).findLast((e) => e.tagName === 'p');
  assert.equal(article.attrs[0].value, text);
  assert.equal(paragraph.childNodes[0].value, text);
});

test('rich text keeps what we allow', () => {
  const html = page({
    recipe: {
      story: '<p>My <b>best</b> <a href="https://a.example/">a</a></p>',
    },
  });
  assert.match(html, /<p>My <b>best<\/b> <a href="https:\/\/a\.example\/">/);
  for (const url of ['//evil.example/', 'ftp://a.example/', 'tel:123']) {
    assert.equal(cleanHtml(`<a href="${url}">a</a>`), '<a>a</a>');
  }
});

test('no attack adds an element to an email', () => {
  function tags(value) {
    const data = { cook: value, author: value, recipe: value, text: value };
    const all = elements(renderEmail('comment', data).html);
    return all.map((element) => element.tagName).join(' ');
  }
  for (const value of attacks)
    assert.equal(tags(value), 'html head body p p b blockquote', value);
});

// #region email
test('an email has the same words in HTML and in plain text', () => {
  const email = renderEmail('comment', {
    cook: 'Bo',
    author: "O'Brien <b>",
    recipe: 'Fish & chips',
    text: '1 < 2',
  });
  assert.match(email.text, /O'Brien <b> wrote about Fish & chips:\n\n1 < 2\n$/);
  assert.match(email.html, /O&#39;Brien &lt;b&gt; wrote/);
});
// #endregion email

test('links go to the web only', () => {
  assert.equal(webUrl('https://ada.example'), 'https://ada.example/');
  for (const input of [undefined, '', 'ada', '//ada.example', 'file:///etc'])
    assert.equal(webUrl(input), undefined);
  assert.equal(scriptJson({ a: '</script>' }), '{"a":"\\u003c/script>"}');
});

test('the page is served with a policy, an unknown recipe is a 404', async (t) => {
  const recipe = { name: 'A', story: '', steps: [], comments: [] };
  const app = createApp(new Map([['1', recipe]]));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://127.0.0.1:${server.address().port}/recipes`;
  const res = await fetch(`${url}/1`);
  assert.match(await res.text(), /No comments yet/);
  assert.match(res.headers.get('content-type'), /^text\/html/);
  assert.match(
    res.headers.get('content-security-policy'),
    /default-src 'self'/,
  );
  assert.equal((await fetch(`${url}/2`)).status, 404);
});
