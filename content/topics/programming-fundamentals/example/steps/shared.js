const bread = { name: 'bread', cents: 350 };
const sale = bread;
sale.cents = 300;
console.log(bread.cents);

const croissant = { name: 'croissant', cents: 190 };
const halfPrice = { ...croissant, cents: 95 };
console.log(croissant.cents, halfPrice.cents);
