// import …

function withTax(cents) {
  return cents;
}

console.log(withTax(1000));
