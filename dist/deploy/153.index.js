export const id = 153;
export const ids = [153];
export const modules = {

/***/ 153:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// ncc breaks the ES module of this library (its "import('module')"), but bundles this form well.
module.exports = __webpack_require__(551);


/***/ })

};
