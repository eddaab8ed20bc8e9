const totalInCents = 2500;
const inTown = true;

if (!inTown) {
  console.log('Please pick up your order.');
} else if (totalInCents >= 2500) {
  console.log('We deliver for free.');
} else {
  console.log('Delivery costs 3.00.');
}
