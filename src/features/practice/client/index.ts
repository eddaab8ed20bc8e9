// What the browser code of other features may use.
export { DeckForm } from './deck-form.ts';
export { loadDue } from './load-cards.ts';
export { practiceErrorTexts } from './practice-errors.ts';
export { momentNow, practice } from './practice-store.ts';
