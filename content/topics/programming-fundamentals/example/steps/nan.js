const quantity = Number('two');
console.log(quantity < 1, quantity > 100);
console.log(Number.isInteger(quantity), Number.isInteger(2));
console.log(Number(''));
