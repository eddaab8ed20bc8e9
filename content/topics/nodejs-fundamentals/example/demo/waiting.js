process.on('exit', (code) => console.log('exit code', code));

console.log('waiting for a ticket');
await new Promise((resolve) => {
  // no one ever calls resolve
});
console.log('admitted');
