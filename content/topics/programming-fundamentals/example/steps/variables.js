const priceInCents = 350; // one loaf of bread
let quantity = 2;
console.log(`${quantity} loaves: ${priceInCents * quantity} cents`);

quantity = quantity + 1;
console.log(`${quantity} loaves: ${priceInCents * quantity} cents`);
