export { finish } from './finish.js';
