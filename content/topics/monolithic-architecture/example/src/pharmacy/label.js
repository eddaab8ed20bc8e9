import { round } from '../shared/round.js';

export const label = ({ name, milliliters }) =>
  `${name}, ${round(milliliters)} ml`;
