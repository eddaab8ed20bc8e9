import { findProduct, menu } from '../src/menu.js';

const coffee = findProduct('coffee');
console.log(coffee);
console.log(coffee.cents);
console.log(coffee.size);
console.log(menu[0].name);
console.log(findProduct('tart'));
