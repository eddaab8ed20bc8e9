// fails: Ada is greeted first
// says: joins the whole list to the text instead of one name after the other.
const names = ['Ada', 'Grace', 'Linus'];

console.log('Hello, ' + names + '!');
