// fails: Microtasks run in the order in which they were added
export const answer = 'ABFDGEC';
