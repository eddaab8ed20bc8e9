// fails: Ada is greeted first
const names = ['Ada', 'Grace', 'Linus'];

console.log('Hello, ' + names + '!');
