const names = ['Ada'];

console.log('Hello, ' + names[0] + '!');
