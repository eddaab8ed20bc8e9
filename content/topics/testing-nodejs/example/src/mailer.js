// #region mailer
export class Mailer {
  constructor({ url, key, timeout = 3000 }) {
    Object.assign(this, { url, key, timeout });
  }

  async send(to, text) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ to, text }),
      signal: AbortSignal.timeout(this.timeout),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`mail service: ${response.status}`);
  }
}
// #endregion mailer
