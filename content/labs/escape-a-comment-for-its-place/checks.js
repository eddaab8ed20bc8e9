import { inspect } from 'node:util';

const render = (module, values) => module.renderComment({ author: 'Ada', website: 'https://ada.example/', text: 'Hi', ...values });

export default [
  {
    name: 'A harmless comment is rendered',
    run({ module, assert }) {
      const wanted = '<article data-author="Ada"><p>Hi</p><a href="https://ada.example/">Ada</a></article>';
      assert.equal(render(module), wanted, `Expected ${wanted}, found ${inspect(render(module))}.`);
    },
  },
  {
    name: 'Tags in the text appear as written',
    run({ module, assert }) {
      const found = render(module, { text: '<script>steal()</script> & co' });
      assert.ok(found.includes('<p>&lt;script&gt;steal()&lt;/script&gt; &amp; co</p>'), `The text should be &lt;script&gt;steal()&lt;/script&gt; &amp; co. Found ${found}.`);
    },
  },
  {
    name: "References in the text aren't decoded",
    run({ module, assert }) {
      const found = render(module, { text: '&lt;b&gt;' });
      assert.ok(found.includes('<p>&amp;lt;b&amp;gt;</p>'), `Someone wrote &lt;b&gt; and should see exactly that. Found ${found}.`);
      const quotes = render(module, { text: `"it's"` });
      assert.ok(quotes.includes('<p>&quot;it&#39;s&quot;</p>'), `The text "it's" should be &quot;it&#39;s&quot;. Found ${quotes}.`);
    },
  },
  {
    name: "An author can't leave the attribute",
    run({ module, assert }) {
      for (const [author, wanted] of [['" onmouseover="x()', '&quot; onmouseover=&quot;x()'], ["Ada's", 'Ada&#39;s'], ['""<b>&\'\'', '&quot;&quot;&lt;b&gt;&amp;&#39;&#39;']]) {
        const found = render(module, { author });
        assert.ok(found.startsWith(`<article data-author="${wanted}">`), `The author ${author} should be data-author="${wanted}". Found ${found}.`);
        assert.ok(found.endsWith(`>${wanted}</a></article>`), `The author ${author} should be ${wanted} in the link too. Found ${found}.`);
      }
    },
  },
  {
    name: 'Only http and https links are kept',
    run({ module, assert }) {
      for (const website of ['javascript:steal()', ' JavaScript:steal()', 'java\nscript:steal()', 'data:text/html,x', 'vbscript:x', 'ftp://ada.example/', '//ada.example/', '/about', 'httpx://ada.example/', 'not a url', '', 'https://', 'http://[', 'javascript:steal()//https://ada.example/', 'javascript:steal();//\nhttps://ada.example/', 'data:text/html,http://ada.example/']) {
        const found = /href="([^"]*)"/.exec(render(module, { website }))?.[1];
        assert.equal(found, '#', `The website ${JSON.stringify(website)} should become "#". Found "${found}".`);
      }
      const found = render(module, { website: 'http://ada.example/?a=1&b=2' });
      assert.ok(found.includes('href="http://ada.example/?a=1&amp;b=2"'), `A good link should be kept, with & escaped. Found ${found}.`);
      const quoted = render(module, { website: 'https://ada.example/"onclick="steal()' });
      assert.match(quoted, /<a href="https:\/\/ada\.example\/(?:&quot;|%22)onclick=(?:&quot;|%22)steal\(\)">Ada</, `The quotes of a link should be escaped. Found ${quoted}.`);
      const loud = render(module, { website: 'HTTPS://ADA.example/' });
      assert.match(loud, /<a href="https:\/\/ada\.example\/">/i, `HTTPS://ADA.example/ is an https URL in capitals, so it should be kept. Found ${loud}.`);
    },
  },
  {
    name: "JSON can't end the script element",
    run({ module, assert }) {
      const value = { text: '</script><script>steal()</script>', list: ['<!--', 1, null] };
      const found = module.inlineJson(value);
      assert.ok(!found.includes('<'), `The JSON should not contain <. Found ${found}.`);
      assert.deepEqual(JSON.parse(found), value, 'JSON.parse should give the value back unchanged.');
      for (const each of ['<<<', '\\u003c', { '<key>': '\\<' }, ['&lt;'], null, 7])
        assert.deepEqual(JSON.parse(module.inlineJson(each)), each, `inlineJson(${JSON.stringify(each)}) should be read back unchanged, found ${module.inlineJson(each)}.`);
    },
  },
];
