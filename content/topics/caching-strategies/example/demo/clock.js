import { setImmediate as settle } from 'node:timers/promises';

// Virtual time: a simulated minute takes about a second.
export class Clock {
  #time = 0;
  #events = [];

  now = () => this.#time;

  sleep(ms) {
    return new Promise((resolve) => {
      this.#events.push({ at: this.#time + ms, resolve });
    });
  }

  async run() {
    while (this.#events.length > 0) {
      const at = Math.min(...this.#events.map((event) => event.at));
      this.#time = at;
      const due = this.#events.filter((event) => event.at === at);
      this.#events = this.#events.filter((event) => event.at !== at);
      for (const event of due) event.resolve();
      await settle();
    }
  }
}
