console.log(2 + 1);
console.log('2' + 1);
console.log(Number('2') + 1);
console.log(Number('two'));
console.log(3 > 2);
console.log(typeof 2, typeof '2', typeof true);
console.log(0.1 + 0.2);
