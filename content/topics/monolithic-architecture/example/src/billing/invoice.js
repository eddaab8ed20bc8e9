import { round } from '../shared/round.js';

const PUPPY_DISCOUNT = 0.2;

export function invoice({ cents, isForPuppy }) {
  return { cents: round(cents * (isForPuppy ? 1 - PUPPY_DISCOUNT : 1)) };
}
