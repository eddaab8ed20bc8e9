export { dispense } from './stock.js';
export { label } from './label.js';
