require('./steal.js');
exports.format = (date) => date.toISOString().slice(0, 10);
