// In place of Node's own modules, which the laws do not need in a browser.
module.exports = {};
