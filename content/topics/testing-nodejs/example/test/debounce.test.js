// #region debounce
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { debounce } from '../src/debounce.js';

test('prints the day plan once, two seconds after the last change', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const print = t.mock.fn();
  const changed = debounce(print, 2000);

  changed();
  t.mock.timers.tick(1500);
  changed();
  t.mock.timers.tick(1999);
  assert.equal(print.mock.callCount(), 0);

  t.mock.timers.tick(1);
  assert.equal(print.mock.callCount(), 1);
});
// #endregion debounce
