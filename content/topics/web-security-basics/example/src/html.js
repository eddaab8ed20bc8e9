// #region html
const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const encode = (value) => String(value).replace(/[&<>"']/g, (c) => ENTITIES[c]);

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

function render(value) {
  if (Array.isArray(value)) return value.map(render).join('');
  return value instanceof Html ? value.text : encode(value);
}

export function html(strings, ...values) {
  return new Html(String.raw({ raw: strings }, ...values.map(render)));
}

export function safeUrl(text) {
  const url = URL.parse(text);
  return ['https:', 'http:'].includes(url?.protocol) ? url.href : '#';
}
// #endregion html
