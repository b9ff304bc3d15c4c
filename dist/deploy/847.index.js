export const id = 847;
export const ids = [847];
export const modules = {

/***/ 5807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ fileAbove),
/* harmony export */   HY: () => (/* binding */ isWindowsRooted),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   VM: () => (/* binding */ toWindows),
/* harmony export */   bV: () => (/* binding */ fileNameOf),
/* harmony export */   fo: () => (/* binding */ isFile),
/* harmony export */   rE: () => (/* binding */ toPlatform)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** The nearest file of that name in a folder or in one above it, up to the file system's root, as MSBuild looks for it. */
async function fileAbove(folder, name) {
    for (let current = folder;; current = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(current)) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(current, name);
        if (await isFile(candidate)) {
            return candidate;
        }
        if (current === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(current)) {
            return undefined;
        }
    }
}
/** Whether there is a file, links followed. */
async function isFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/** A written path with this platform's separators. */
function toPlatform(written) {
    return written.replace(/[\\/]/g, node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
/** A path the way Windows and the headers of combined code write it. */
function toWindows(path) {
    return path.replaceAll('/', '\\');
}
/** The last segment of a path, whichever separators it uses. */
function fileNameOf(written) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(written.replaceAll('\\', '/'));
}
function isWindowsRooted(written) {
    return /^(?:[A-Za-z]:|[\\/]{2}|\\)/.test(written);
}
/** Whether a path is a folder itself or lies below it; both absolute. */
function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}


/***/ }),

/***/ 2847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workRootOf: () => (/* binding */ workRootOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _files_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5807);



/**
 * The folder that nothing packaged may lie outside of (design 4, Files): the git work tree around the solution, else the
 * workspace if it holds the solution, else the solution's own folder.
 * @param solution a solution file or its folder
 */
async function workRootOf(solution, workspace) {
    const start = await folderOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(solution));
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git'))) {
            return folder;
        }
        if (folder === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
            break;
        }
    }
    const around = workspace === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace).catch(() => undefined);
    return around !== undefined && (0,_files_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(around, start) ? around : start;
}
/** Links are resolved first: a link into another work tree means that tree. A missing path is found out about later. */
async function folderOf(path) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(real).catch(() => undefined);
    return stats?.isDirectory() ? real : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real);
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then(() => true, () => false);
}


/***/ })

};
