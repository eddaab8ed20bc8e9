import { invoice } from '../billing/index.js';
import { dispense } from '../pharmacy/index.js';
import { isPuppy } from './age.js';

export function finish({ animal, cents, medicines }) {
  for (const medicine of medicines) dispense(medicine);
  return invoice({ cents, isForPuppy: isPuppy(animal) });
}
