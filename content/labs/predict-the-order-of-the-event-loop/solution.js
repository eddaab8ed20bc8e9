export const answer = 'ABFDEGC';
