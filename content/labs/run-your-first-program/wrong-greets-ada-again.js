// fails: All three are greeted, one on each line
const names = ['Ada', 'Grace', 'Linus'];

for (const name of names) {
  console.log('Hello, ' + names[0] + '!');
}
