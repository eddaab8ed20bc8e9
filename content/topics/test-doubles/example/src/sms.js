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
    const answer = parse(body);
    if (response.ok && typeof answer?.id === 'string') {
      return { sent: true, id: answer.id };
    }
    // Final is only what the provider documents as the number's fault.
    const isFinal =
      response.status === 400 && answer?.error === 'invalid_recipient';
    return failed(!isFinal, `status ${response.status}`);
  };
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
// #endregion sms
