import { EventEmitter } from 'node:events';

// #region log
export class Log extends EventEmitter {
  #events = [];
  last = 0;
  state = {}; // votes by district, including event number `last`

  constructor({ keep = 1_000 } = {}) {
    super();
    this.keep = keep;
    this.setMaxListeners(0);
  }

  add({ district, votes }) {
    this.last += 1;
    this.state[district] = votes;
    this.#events.push({ id: this.last, data: { district, votes } });
    if (this.#events.length > this.keep) this.#events.shift();
    this.emit('event');
  }

  /** The events after an ID, or undefined if some of them are gone. */
  after(id) {
    const first = this.last - this.#events.length + 1;
    if (id > this.last || id < first - 1) return undefined;
    return this.#events.slice(id - first + 1);
  }
}
// #endregion log
