// What pages and components of other features may use while the site is built.
export { mapOfTopic } from './prerequisites/prerequisite-maps.ts';
