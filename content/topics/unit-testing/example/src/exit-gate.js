import { fee } from './fee.js';

// #region gate
export class ExitGate {
  #entries;
  #mailer;
  #now;

  constructor({ entries, mailer, now = () => new Date() }) {
    this.#entries = entries;
    this.#mailer = mailer;
    this.#now = now;
  }

  async leave(plate, email) {
    const enteredAt = await this.#entries.find(plate);
    if (!enteredAt) throw new Error(`no entry for ${plate}`);

    const minutes = Math.floor((this.#now() - enteredAt) / 60_000);
    const cents = fee(minutes);
    await this.#entries.remove(plate);
    if (cents > 0) {
      await this.#mailer.send(email, `Paid: ${(cents / 100).toFixed(2)}`);
    }
    return cents;
  }
}
// #endregion gate
