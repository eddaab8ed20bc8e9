// #region sms
/** Never rejects: says whether it was sent, and if not, whether to retry. */
export function createSms({ url, timeout = 5000 }) {
  return async function send({ key, to, text }) {
    const failed = (retry, reason) => ({ sent: false, retry, reason });
    let response, body;
    try {
      response = await fetch(`${url}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ to, text }),
        signal: AbortSignal.timeout(timeout),
      });
      body = await response.text();
    } catch (error) {
      return failed(true, error.name);
    }
    const { status } = response;
    if (status === 429 || status >= 500)
      return failed(true, `status ${status}`);
    if (!response.ok) return failed(false, `status ${status}`);
    const id = messageId(body);
    return id ? { sent: true, id } : failed(true, 'not a confirmation');
  };
}

function messageId(body) {
  try {
    const id = JSON.parse(body).id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
// #endregion sms
