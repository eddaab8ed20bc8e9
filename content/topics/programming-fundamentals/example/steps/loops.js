const amounts = [700, 280, 570];

let total = 0;
for (const amount of amounts) {
  total = total + amount;
}
console.log(`total: ${total}`);

for (let i = 0; i < amounts.length; i = i + 1) {
  console.log(`order ${i + 1}: ${amounts[i]}`);
}

let flour = 20; // kilograms
let days = 0;
while (flour >= 6) {
  flour = flour - 6;
  days = days + 1;
}
console.log(`the flour lasts ${days} days`);
