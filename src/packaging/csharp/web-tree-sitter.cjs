// ncc breaks the ES module of this library (its "import('module')"), but bundles this form well.
module.exports = require('web-tree-sitter');
