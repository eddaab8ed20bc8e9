import { Period } from './period.js';

// #region unit
/** A machine, as rental sees it. Bookings overlap neither each other nor an outage. */
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
        return { refused: `out of service, planned until ${outage.to}` };
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

  takeOutOfService(outageId, planned) {
    Period.assert(planned);
    if (this.#outages.get(outageId)?.equals(planned)) return;
    this.#outages.set(outageId, planned); // a new plan replaces the old one
    this.#happened('UnitOutOfService', { outageId });
    for (const [bookingId, booking] of this.#bookings) {
      if (!booking.period.overlaps(planned)) continue;
      this.#bookings.delete(bookingId);
      const { customerId } = booking; // who has to be called
      this.#happened('BookingDisplaced', { bookingId, customerId });
    }
  }

  returnToService(outageId) {
    if (!this.#outages.delete(outageId)) return;
    this.#happened('UnitBackInService', { outageId });
  }

  /** At the gate, the plan doesn't count: is the repair done? */
  handOver(bookingId, day) {
    const booking = this.#bookings.get(bookingId);
    if (!booking?.period.overlaps(new Period(day, day))) {
      return { refused: 'not booked for this day' };
    }
    if (booking.handedOver) return { handedOver: bookingId };
    for (const outage of this.#outages.values()) {
      if (outage.from <= day) return { refused: 'still out of service' };
    }
    booking.handedOver = true;
    this.#happened('UnitHandedOver', { bookingId });
    return { handedOver: bookingId };
  }

  #happened(type, facts) {
    this.#events.push({ type, unit: this.id, ...facts });
  }
  // #endregion unit

  get hasChanged() {
    return this.#events.length > 0;
  }

  /** What happened since the unit was loaded or saved, for the repository. */
  get events() {
    return [...this.#events];
  }

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
    for (const [outageId, planned] of outages) {
      unit.#outages.set(outageId, period(planned));
    }
    return unit;
  }
}
