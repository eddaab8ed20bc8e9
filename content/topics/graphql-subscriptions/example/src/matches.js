import { EventEmitter } from 'node:events';

const bus = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
const matches = new Map();

export function reset() {
  matches.clear();
  matches.set('7', { id: '7', version: 1, home: 0, away: 0, scorers: [] });
  matches.set('8', { id: '8', version: 1, home: 0, away: 0, scorers: [] });
}

export const find = (id) => matches.get(id);
export const listeners = (id) => bus.listenerCount(id);

export function goal(id, side, scorer) {
  const match = matches.get(id);
  const next = {
    ...match,
    version: match.version + 1,
    [side]: match[side] + 1,
    scorers: [...match.scorers, scorer].slice(-5),
  };
  matches.set(id, next);
  bus.emit(id);
}

export function listen(id, onChange) {
  bus.on(id, onChange);
  return () => bus.off(id, onChange);
}
