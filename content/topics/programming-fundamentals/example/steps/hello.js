console.log('Good morning!');
console.log('The bakery opens at', 7);
