import { EventEmitter } from 'node:events';

// #region log
export class Log extends EventEmitter {
  #events = [];
  #last = 0;

  constructor({ keep = 1_000 } = {}) {
    super();
    this.keep = keep;
    this.setMaxListeners(0);
  }

  add(data) {
    this.#last += 1;
    const event = { id: this.#last, data };
    this.#events.push(event);
    if (this.#events.length > this.keep) this.#events.shift();
    this.emit('event', event);
  }

  /** The events after an ID, or undefined if some of them are gone. */
  after(id) {
    const first = this.#last - this.#events.length + 1;
    if (id > this.#last || id < first - 1) return undefined;
    return this.#events.slice(id - first + 1);
  }
}
// #endregion log
