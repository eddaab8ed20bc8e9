// #region errors
/** Another attempt may succeed. */
export class TemporaryFailure extends Error {
  name = 'TemporaryFailure';
}
// #endregion errors

// #region adapter
export function createMapProvider({ url, key, timeoutMs = 2_000 }) {
  async function search(address) {
    const query = new URLSearchParams({ q: address, max: '1' });
    try {
      const res = await fetch(`${url}/v2/search?${query}`, {
        headers: { authorization: `Bearer ${key}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: res.status, text: await res.text() };
    } catch (cause) {
      throw new TemporaryFailure('no response from the maps', { cause });
    }
  }

  return {
    async locate(address) {
      const { status, text } = await search(address);
      if (status === 429 || status >= 500) {
        throw new TemporaryFailure(`the maps returned ${status}`);
      }
      if (status !== 200) throw new Error(`the maps returned ${status}`);
      return toPlace(text);
    },
  };
}

function toPlace(text) {
  try {
    const [hit] = JSON.parse(text).results;
    if (!hit) return null;
    const { lat, lng } = hit.geometry.location;
    if (![lat, lng].every(Number.isFinite)) throw new Error('no coordinates');
    return Object.freeze({ lat, lon: lng }); // callers share a cached one
  } catch (cause) {
    throw new Error('the maps returned something else', { cause });
  }
}
// #endregion adapter
