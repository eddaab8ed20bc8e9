const names = ['Ada', 'Grace', 'Linus'];

for (const name of names) {
  console.log('Hello, ' + name + '!');
}
