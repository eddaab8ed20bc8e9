import { fee } from '../src/fee.js';

// #region first-gate
export class ExitGate {
  constructor({ entries, mailer }) {
    this.entries = entries;
    this.mailer = mailer;
  }

  _minutesSince(enteredAt) {
    return (Date.now() - enteredAt) / 60_000;
  }

  async leave(plate, email) {
    const enteredAt = await this.entries.find(plate);
    const cents = fee(this._minutesSince(enteredAt));
    await this.entries.remove(plate);
    await this.mailer.send(email, `Paid: ${(cents / 100).toFixed(2)}`);
    return cents;
  }
}
// #endregion first-gate
