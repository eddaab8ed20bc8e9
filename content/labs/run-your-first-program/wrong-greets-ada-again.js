// fails: All three are greeted, one on each line
// says: prints the first name again in each round of the loop.
const names = ['Ada', 'Grace', 'Linus'];

for (const name of names) {
  console.log('Hello, ' + names[0] + '!');
}
