import { isPuppy } from '../appointments/age.js';

export const discount = (animal) => (isPuppy(animal) ? 0.2 : 0);
