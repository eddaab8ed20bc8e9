import { round } from '../billing/money.js';

export const label = ({ name, milliliters }) =>
  `${name}, ${round(milliliters)} ml`;
