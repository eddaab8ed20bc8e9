import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The languages of labs. */
export type Language = 'js' | 'sql' | 'python';

const endings: Readonly<Record<Language, string>> = { js: 'js', sql: 'sql', python: 'py' };

/** A lab of each language, to run code of the test's own in. */
export const labOf: Readonly<Record<Language, string>> = {
  js: 'run-your-first-program',
  sql: 'newest-order-of-each-customer',
  python: 'count-errors-in-a-large-log',
};

/** Every lab with its solution. */
export const labs = readdirSync('content/labs').map((id) => {
  const language = (Object.keys(endings) as Language[]).find((each) =>
    existsSync(`content/labs/${id}/solution.${endings[each]}`),
  );
  if (!language) throw new Error(`content/labs/${id} has no solution.`);
  return { id, language, solution: readFileSync(`content/labs/${id}/solution.${endings[language]}`, 'utf8') };
});

/** Programs that never end by themselves. */
export const endless: Readonly<Record<string, readonly [Language, string]>> = {
  'an endless loop': ['js', 'for (;;) {}'],
  'endless microtasks': ['js', 'const again = () => Promise.resolve().then(again);\nawait again();'],
  'endless timers': ['js', 'setInterval(() => {}, 1);\nawait new Promise(() => {});'],
  'an endless nested worker': [
    'js',
    'new Worker(URL.createObjectURL(new Blob(["for (;;) {}"])));\nawait new Promise((resolve) => setTimeout(resolve, 1e6));',
  ],
  'a memory hog': ['js', 'const kept = [];\nfor (;;) kept.push(new Uint8Array(5e7).fill(1));'],
  'an endless query': ['sql', 'select count(*) from generate_series(1, 1000000000000);'],
  'an endless loop in Python': ['python', 'while True:\n    pass'],
};

/** Programs that print far too much. */
export const floods: Readonly<Record<string, string>> = {
  'ten megabytes of output': "console.log('x'.repeat(1e7));",
  'output without an end': 'for (let i = 0; ; i += 1) console.log(i);',
  'thousands of small logs': 'for (let i = 0; i < 50_000; i += 1) console.log(i);',
};

/** Each prints "reached …" if it gets through. */
export const escapes: Readonly<Record<string, string>> = {
  'local storage': "reached(localStorage.getItem('wayline:labs'))",
  'the storage of sessions': "reached(sessionStorage.getItem('x'))",
  cookies: 'reached(document.cookie)',
  IndexedDB:
    "await new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = resolve; r.onerror = reject; }); reached()",
  'the cache of requests': "await caches.open('x'); reached()",
  'private files': 'await navigator.storage.getDirectory(); reached()',
  fetch: 'await fetch(SITE); reached()',
  'the fetch of a fresh worker':
    "const w = new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(SITE) + ').then(() => postMessage(1), () => postMessage(0))']))); if (await new Promise((resolve) => { w.onmessage = ({ data }) => resolve(data); w.onerror = () => resolve(0); })) reached()",
  XMLHttpRequest: "const r = new XMLHttpRequest(); r.open('GET', SITE, false); r.send(); reached(r.status)",
  WebSocket:
    "const s = new WebSocket(SITE.replace('http', 'ws')); await new Promise((resolve, reject) => { s.onopen = resolve; s.onerror = reject; }); reached()",
  EventSource:
    'const s = new EventSource(SITE); await new Promise((resolve, reject) => { s.onopen = resolve; s.onerror = reject; }); reached()',
  'a beacon': 'if (navigator.sendBeacon(SITE)) reached()',
  'an import of the site': 'const address = SITE; await import(address); reached()',
  'importScripts of the site': 'importScripts(SITE); reached()',
  'an import of data': "const address = 'data:text/javascript,export default 1'; await import(address); reached()",
  eval: "reached(eval('1'))",
  'the Function constructor': "reached(new Function('return 1')())",
  'the document': 'reached(document.title)',
  'the frame above': "parent.postMessage('x', '*'); reached()",
  'the window on top': 'top.location = SITE; reached()',
  'the service worker': 'reached(await navigator.serviceWorker.getRegistrations())',
  'a shared worker':
    'const s = new SharedWorker(SITE); await new Promise((resolve, reject) => { s.onerror = reject; s.port.onmessage = resolve; s.port.start(); setTimeout(reject, 500); }); reached()',
  'the origin of the site': 'if (self.origin !== "null") reached(self.origin)',
};

/** The program that tries an escape, and prints “reached” if it succeeds. */
export const programOf = (attempt: string, site: string) =>
  `const SITE = ${JSON.stringify(site)};\nconst reached = (what) => console.log('reached', what);\ntry {\n${attempt};\n} catch (error) {\n  console.log('refused');\n}`;

/** Prints “reached” for every way out of Python that is open. */
export const pythonEscapes = [
  'def attempt(act):',
  '    try:',
  '        print("reached", act())',
  '    except BaseException as error:',
  '        print("refused")',
  'import js',
  'attempt(lambda: js.fetch)',
  'attempt(lambda: js.self)',
  'attempt(lambda: __import__("pyodide.code").code.run_js("1"))',
  'attempt(lambda: __import__("urllib.request").request.urlopen("http://127.0.0.1/"))',
  'attempt(lambda: __import__("pyodide_js")._module.constructor.constructor("return 1")())',
].join('\n');
