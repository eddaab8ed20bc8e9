// What pages and components of other features may use while the site is built.
export { languages, roleDecks, topicOptions } from './practice-cards.ts';
