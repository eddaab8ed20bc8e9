import { discount } from './discount.js';
import { round } from './money.js';

export function invoice({ animal, cents }) {
  return { cents: round(cents * (1 - discount(animal))) };
}
