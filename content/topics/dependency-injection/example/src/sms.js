// #region http
export function httpSms({ url, key, timeoutMs = 5_000 }) {
  return {
    async send(phone, text) {
      const res = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!res.ok) throw new Error(`the provider answered ${res.status}`);
    },
  };
}
// #endregion http

export function drySms(log) {
  return { send: async (phone, text) => log(`would text ${phone}: ${text}`) };
}
