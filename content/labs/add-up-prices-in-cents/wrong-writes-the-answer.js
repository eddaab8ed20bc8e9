// fails: Both lines are computed from the prices
console.log('330');
console.log('$3.30');
