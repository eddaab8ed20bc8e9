// What pages and components of other features may use while the site is built.
export { firstSteps, labPage, labPages, labsOfTopic } from './lab-pages.ts';
