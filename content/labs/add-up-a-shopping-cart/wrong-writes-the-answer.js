// fails: Both numbers are computed from the list
// says: prints the numbers as they are and doesn't compute them from the list.
const prices = [499, 1250, 300, 700];

console.log('Total: 2749');
console.log('Highest: 1250');
