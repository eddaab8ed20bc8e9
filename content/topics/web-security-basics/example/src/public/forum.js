// #region greet
const greeting = document.querySelector('#greeting');
const name = decodeURIComponent(location.hash.slice(1));
if (name) greeting.textContent = `Welcome back, ${name}!`;
// #endregion greet
