// fails: Microtasks come before the timer
export const answer = 'ABFCDEG';
