export const id = 386;
export const ids = [386];
export const modules = {

/***/ 1386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSolution: () => (/* binding */ findSolution),
/* harmony export */   isProjectFile: () => (/* binding */ isProjectFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3882);



const extensions = new Set(['.sln', '.slnx']);
/**
 * The one solution file that a path means: the path itself, or the only `.sln` or `.slnx` directly in that folder
 * (packaging spec 3.1). A project file may stand for a solution when it is named itself.
 * @throws PackagingError `solution-not-found` or `solution-ambiguous`, naming what was found
 */
async function findSolution(path) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (stats === undefined) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-not-found', `The solution ${path} does not exist.`, {
            next: 'Give the path of a .sln or .slnx file, of the folder that holds it, or of a DataMiner project (.csproj).',
        });
    }
    return stats.isDirectory() ? onlySolutionIn(path) : explicitSolution(path, stats);
}
function explicitSolution(path, stats) {
    if (!stats.isFile() || !(isSolutionName(path) || isProjectFile(path))) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-not-found', `${path} is not a solution file.`, {
            next: 'Give the path of a .sln or .slnx file, of the folder that holds it, or of a DataMiner project (.csproj).',
        });
    }
    return path;
}
async function onlySolutionIn(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory() && isSolutionName(entry.name)).map(({ name }) => name);
    const [name, ...others] = names.sort();
    if (name === undefined) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-not-found', `There is no .sln or .slnx file in ${folder}.`, {
            next: 'Give the folder that directly holds the solution, or the path of the solution file.',
        });
    }
    if (others.length > 0) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-ambiguous', `There are ${names.length} solutions in ${folder}: ${names.join(', ')}.`, {
            next: 'Name the one to package by its full path.',
        });
    }
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
}
function isProjectFile(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(path).toLowerCase() === '.csproj';
}
function isSolutionName(path) {
    return extensions.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(path).toLowerCase());
}


/***/ })

};
