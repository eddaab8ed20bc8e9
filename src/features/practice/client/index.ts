// What the browser code of other features may use.
export { DeckForm } from './deck-form.ts';
export { practiceFaultWords } from './faults.ts';
export { loadDue } from './load-cards.ts';
export { momentNow, practice, takeInPractice } from './practice-store.ts';
