/** A browser that keeps cookies, follows redirects and remembers all that it saw. */
export function createBrowser() {
  const jars = new Map();
  const seen = [];

  async function open(url, { form, stopAt = '' } = {}) {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? jars.set(host, new Map()).get(host);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    const body = await response.text();
    seen.push(url, JSON.stringify([...response.headers]), body);

    const location = response.headers.get('location');
    if (!location) return { url, status: response.status, body };
    const next = new URL(location, url).href;
    if (stopAt && next.startsWith(stopAt)) return { url: next };
    return open(next, { stopAt });
  }

  /** Opens a page that leads to the authorization server, logs in and agrees. */
  async function logIn(url, name, options = {}) {
    const action = ({ body }) => /action="([^"]+)"/.exec(body)[1];
    const login = await open(url, options);
    const form = { prompt: 'login', login: name, password: 'any' };
    const consent = await open(action(login), { form, ...options });
    return open(action(consent), { form: { prompt: 'consent' }, ...options });
  }

  const cookie = (url) => [...jars.get(new URL(url).host)].join();
  return { open, logIn, seen, cookie };
}
