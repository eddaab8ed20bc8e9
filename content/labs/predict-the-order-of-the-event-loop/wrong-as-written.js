// fails: Synchronous code comes first
export const answer = 'ABDGEFC';
