import { Period } from './period.js';

// #region unit
/** A machine, as rental sees it. Its bookings overlap neither each other nor an outage. */
export class RentalUnit {
  #bookings = new Map();
  #outages = new Map();
  #events = [];

  constructor(id) {
    this.id = id;
  }

  book(bookingId, customerId, period) {
    Period.assert(period);
    const same = this.#bookings.get(bookingId);
    if (same?.customerId === customerId && same.period.equals(period)) {
      return { booked: bookingId }; // the request came twice
    }
    if (same) return { refused: `${bookingId} is another booking` };

    for (const outage of this.#outages.values()) {
      if (outage.overlaps(period)) {
        return { refused: `out of service until ${outage.to}` };
      }
    }
    for (const other of this.#bookings.values()) {
      if (other.period.overlaps(period)) {
        return { refused: `rented until ${other.period.to}` };
      }
    }
    this.#bookings.set(bookingId, { customerId, period });
    this.#happened('UnitBooked', { bookingId });
    return { booked: bookingId };
  }

  takeOutOfService(reason, period) {
    Period.assert(period);
    this.#outages.set(reason, period); // a new estimate replaces the old one
    for (const [bookingId, booking] of this.#bookings) {
      if (!booking.period.overlaps(period)) continue;
      this.#bookings.delete(bookingId);
      this.#happened('BookingDisplaced', { bookingId });
    }
  }

  returnToService(reason) {
    this.#outages.delete(reason);
  }

  #happened(type, facts) {
    this.#events.push({ type, unit: this.id, ...facts });
  }
  // #endregion unit

  /** The events since the last call, for the repository. */
  takeEvents() {
    return this.#events.splice(0);
  }

  toState() {
    return JSON.stringify({
      bookings: [...this.#bookings],
      outages: [...this.#outages],
    });
  }

  static fromState(id, state) {
    const unit = new RentalUnit(id);
    const { bookings, outages } = JSON.parse(state);
    const period = ({ from, to }) => new Period(from, to);
    for (const [bookingId, booking] of bookings) {
      unit.#bookings.set(bookingId, {
        ...booking,
        period: period(booking.period),
      });
    }
    for (const [reason, outage] of outages) {
      unit.#outages.set(reason, period(outage));
    }
    return unit;
  }
}
