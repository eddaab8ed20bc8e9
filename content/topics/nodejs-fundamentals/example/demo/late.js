process.on('exit', (code) => console.log('exit code', code));

try {
  setTimeout(() => {
    throw new Error('the hall is closed');
  }, 10);
} catch {
  console.log('caught');
}
