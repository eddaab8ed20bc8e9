// What pages and components of other features may use while the site is built.
export { languages } from './languages.ts';
export { roleDecks, topicOptions } from './practice-cards.ts';
