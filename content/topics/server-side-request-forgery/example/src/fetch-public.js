import axios from 'axios';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent';

// #region fetch-public
/** Fetches a URL from outside, if everything on the way to it is public. */
export function createFetchPublic(options = {}) {
  const { ports = [''], time = 5000, size = 5_000_000 } = options;
  const filter = {
    lookup: options.lookup,
    allowIPAddressList: options.allow ?? [], // the tests need one
    // Azure's platform service looks public. Add your own networks that do.
    denyIPAddressList: ['168.63.129.16', ...(options.deny ?? [])],
  };

  function check({ protocol, username, password, hostname, port }) {
    if (!['http:', 'https:'].includes(protocol)) throw new Error('scheme');
    if (username || password) throw new Error('user name in the URL');
    if (/^\[::\w+:\w+\]$/.test(hostname)) throw new Error('IPv4 in IPv6');
    if (!ports.includes(port)) throw new Error('port');
  }
  const client = axios.create({
    adapter: 'http', // the others don't know agents
    httpAgent: new RequestFilteringHttpAgent(filter),
    httpsAgent: new RequestFilteringHttpsAgent(filter),
    proxy: false, // with HTTP_PROXY, the agents would only see the proxy
    maxRedirects: 3,
    beforeRedirect: ({ href }) => check(new URL(href)),
    maxContentLength: size,
    responseType: 'arraybuffer',
  });
  return async (text) => {
    const url = new URL(text);
    check(url);
    const signal = AbortSignal.timeout(time); // for all of it, also the body
    const { data } = await client.get(url.href, { signal });
    return data;
  };
}
// #endregion fetch-public
