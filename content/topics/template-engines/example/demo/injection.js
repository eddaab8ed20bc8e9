import { Eta } from 'eta';

process.env.DATABASE_PASSWORD = 'hunter2';
const eta = new Eta();

// #region injection
// The customer may edit the text of the email, so it's compiled.
const fromCustomer = 'Hi <%= it.name %>, <%= process.env.DATABASE_PASSWORD %>';
console.log(eta.renderString(fromCustomer, { name: 'Ada' }));
// #endregion injection

// #region placeholders
const allowed = ['name', 'recipe'];
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (hole, key) =>
    allowed.includes(key) ? (values[key] ?? '') : hole,
  );
}
console.log(fill('Hi {name}, {constructor} {{7*7}}', { name: 'Ada' }));
// #endregion placeholders
