import { fee } from './fee.js';

// #region gate
export class ExitGate {
  #entries;
  #mailer;
  #now;
  #report;

  constructor({
    entries,
    mailer,
    now = () => new Date(),
    report = console.error,
  }) {
    this.#entries = entries;
    this.#mailer = mailer;
    this.#now = now;
    this.#report = report;
  }

  async leave(plate, email) {
    const enteredAt = await this.#entries.find(plate);
    if (!enteredAt) throw new Error(`no entry for ${plate}`);

    const minutes = Math.floor((this.#now() - enteredAt) / 60_000);
    const cents = fee(minutes);
    await this.#entries.remove(plate);
    if (cents > 0) {
      const receipt = `Paid: ${(cents / 100).toFixed(2)}`;
      this.#mailer.send(email, receipt).catch(this.#report); // not awaited
    }
    return cents;
  }
}
// #endregion gate
