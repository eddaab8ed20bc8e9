// #region audit
const post = (body, type = 'application/json') => ({
  method: 'POST',
  headers: { 'Content-Type': type },
  body,
});
const query = (text) => JSON.stringify({ query: text });
const unlock = 'mutation { unlock }';
const many = Array.from({ length: 2000 }, (_, n) => `f${n}: machine`);

const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: 'https://evil.test',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type, x-graphql-yoga-csrf',
  },
};

const probes = {
  'plain query': ['', post(query('{ machine }'))],
  'mutation as text/plain': ['', post(query(unlock), 'text/plain')],
  'mutation from a form': [
    '',
    post(
      new URLSearchParams({ query: unlock }),
      'application/x-www-form-urlencoded',
    ),
  ],
  'JSON from another site': ['', preflight],
  'query by GET': ['?query={machine}', {}],
  'mutation by GET': [`?query=${encodeURIComponent(unlock)}`, {}],
  'resolver that throws': ['', post(query('{ staffNote }'))],
  'field 2,000 times': ['', post(query(`{ ${many.join(' ')} }`))],
  'array of operations': ['', post(`[${query('{ machine }')}]`)],
  introspection: ['', post(query('{ __schema { types { name } } }'))],
  'console in a browser': ['', { headers: { Accept: 'text/html' } }],
};

export async function audit(url) {
  const outcomes = {};
  for (const [name, [search, options]] of Object.entries(probes)) {
    const response = await fetch(url + search, options);
    outcomes[name] = outcomeOf(await response.text(), response.headers);
  }
  return outcomes;
}

function outcomeOf(body, headers) {
  const allowed = headers.get('access-control-allow-origin');
  const withCookie = headers.get('access-control-allow-credentials');
  if (allowed === 'https://evil.test' && withCookie) return 'allowed';
  if (body.includes('hunter2')) return 'LEAK';
  if (body.includes('stacktrace')) return 'stack trace';
  if (/<!doctype html/i.test(body)) return 'page';
  if (/"data":\s*\{/.test(body))
    return body.includes('"errors"') ? 'masked' : 'done';
  return 'refused';
}
// #endregion audit
