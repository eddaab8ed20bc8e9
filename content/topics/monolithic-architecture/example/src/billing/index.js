export { invoice } from './invoice.js';
