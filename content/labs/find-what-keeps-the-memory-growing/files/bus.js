import { EventEmitter } from 'node:events';

/** What all parts of the service share. */
export function createBus() {
  const bus = new EventEmitter();
  bus.setMaxListeners(0);
  return bus;
}
