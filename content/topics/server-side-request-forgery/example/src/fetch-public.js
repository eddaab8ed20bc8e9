import axios from 'axios';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent';

// #region fetch-public
/** Fetches a URL from outside, if everything on the way to it is public. */
export function createFetchPublic({ ports = [''], limits = {}, ...agent }) {
  const { time = 5000, size = 5_000_000 } = limits;
  // Azure's platform service looks public. Add your own networks that do.
  const options = { denyIPAddressList: ['168.63.129.16'], ...agent };

  function check({ protocol, username, password, port }) {
    if (!['http:', 'https:'].includes(protocol)) throw new Error('scheme');
    if (username || password) throw new Error('user name in the URL');
    if (!ports.includes(port)) throw new Error('port');
  }
  const client = axios.create({
    httpAgent: new RequestFilteringHttpAgent(options),
    httpsAgent: new RequestFilteringHttpsAgent(options),
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
