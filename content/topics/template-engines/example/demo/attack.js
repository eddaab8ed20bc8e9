import { Eta } from 'eta';

const eta = new Eta();

// #region attack
function show(template, value) {
  console.log(eta.renderString(template, { value }));
}
show('<p><%= it.value %></p>', '<script>steal()</script>');
show('<p title="<%= it.value %>">', 'x" onmouseover="steal()');
show('<a href="<%= it.value %>">', 'javascript:steal()');
show('<p title=<%= it.value %>>', 'x onmouseover=steal()');
show("<script>greet('<%= it.value %>')</script>", '\\');
show('<script>id = <%= it.value %></script>', 'steal()');
// #endregion attack
