// What other features may use while the site is built.
export { labsOfTopic } from './lab-pages.ts';
