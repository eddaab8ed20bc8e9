// The form is a file of its own, loaded when someone clicks.
document.querySelector('button').addEventListener('click', async () => {
  const { openForm } = await import('./form.js');
  openForm();
});
