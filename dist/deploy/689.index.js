export const id = 689;
export const ids = [689];
export const modules = {

/***/ 9492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Archive),
/* harmony export */   m: () => (/* binding */ broken)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(663);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(848);
/* harmony import */ var _packaging_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3882);






const mebibyte = 1024 * 1024;
const defaultLimits = {
    maxEntries: 20_000,
    maxTotalBytes: 2048 * mebibyte,
    maxRatio: 200,
    maxTextBytes: 64 * mebibyte,
};
/** Below this unpacked size, in bytes, even the best compression is no bomb. */
const harmlessBytes = 64 * mebibyte;
/** A zip file whose list of entries was found sound; `close` it after use. */
class Archive {
    entries;
    #zip;
    #file;
    #byName;
    #limits;
    constructor(zip, file, byName, limits) {
        this.#zip = zip;
        this.#file = file;
        this.#byName = byName;
        this.#limits = limits;
        this.entries = [...byName].map(([name, { uncompressedSize }]) => ({ name, size: uncompressedSize }));
    }
    /**
     * Opens a zip file and checks all of it that can be checked without unpacking: names that could leave a folder or meet
     * each other on Windows, links, encryption, sizes.
     * @throws PackagingError `broken-package`, saying what is wrong
     */
    static async open(file, limits = {}) {
        const options = { autoClose: false, lazyEntries: true };
        const zip = await yauzl__WEBPACK_IMPORTED_MODULE_3__/* .openPromise */ .sO(file, options).catch((cause) => {
            throw broken(`it cannot be read as a zip file: ${cause.message}`, file, cause);
        });
        try {
            const allLimits = { ...defaultLimits, ...limits };
            return new Archive(zip, file, await checkedEntries(zip, file, allLimits), allLimits);
        }
        catch (error) {
            zip.close();
            throw error;
        }
    }
    /** The unpacked content of an entry. The stream fails when the content is not what its header says. */
    async read(name) {
        const entry = this.#entry(name);
        const source = await this.#zip.openReadStreamPromise(entry).catch((cause) => {
            throw broken(`'${name}' cannot be unpacked: ${cause.message}`, this.#file, cause);
        });
        // It unpacks ahead, so it may fail before anybody listens; destroyed, it fails for whoever reads it then.
        source.on('error', (error) => source.destroy(error));
        return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(verified(source, name, entry.crc32, this.#file), { objectMode: false });
    }
    /** The content of a text entry, read as UTF-8 without its byte order mark. */
    async readText(name) {
        const { uncompressedSize } = this.#entry(name);
        if (uncompressedSize > this.#limits.maxTextBytes) {
            throw broken(`'${name}' has ${uncompressedSize} bytes, more than a text may have`, this.#file);
        }
        return new TextDecoder().decode(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(await this.read(name)));
    }
    close() {
        this.#zip.close();
    }
    #entry(name) {
        const entry = this.#byName.get(name);
        if (entry === undefined) {
            throw broken(`it has no '${name}'`, this.#file);
        }
        return entry;
    }
}
/** Passes content on and fails at its end unless the checksum is right. */
async function* verified(source, name, checksum, file) {
    let actual = 0;
    try {
        for await (const chunk of source) {
            actual = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.crc32)(chunk, actual);
            yield chunk;
        }
    }
    catch (cause) {
        throw broken(`'${name}' cannot be unpacked: ${cause.message}`, file, cause);
    }
    if (actual !== checksum) {
        throw broken(`'${name}' has a wrong checksum`, file);
    }
}
async function checkedEntries(zip, file, limits) {
    if (zip.entryCount > limits.maxEntries) {
        throw broken(`it has ${zip.entryCount} entries, more than ${limits.maxEntries}`, file);
    }
    const entries = new Map();
    const names = new Set();
    let total = 0;
    for (const entry of await allEntries(zip, file)) {
        const name = entry.fileName.replaceAll('/', '\\');
        if (name.endsWith('\\') && entry.uncompressedSize === 0) {
            continue; // other tools list folders, too
        }
        const problem = entryProblem(entry, name) ?? (names.has(name.toLowerCase()) ? 'occurs twice on Windows' : undefined);
        if (problem !== undefined) {
            throw broken(`the entry '${name}' ${problem}`, file);
        }
        names.add(name.toLowerCase());
        entries.set(name, entry);
        total += entry.uncompressedSize;
    }
    for (const name of entries.keys()) {
        const parent = parentsOf(name.toLowerCase()).find((folder) => names.has(folder));
        if (parent !== undefined) {
            throw broken(`the entry '${name}' lies below a file`, file);
        }
    }
    if (total > limits.maxTotalBytes || (total > harmlessBytes && total > limits.maxRatio * zip.fileSize)) {
        throw broken(`it would unpack to ${total} bytes`, file);
    }
    return entries;
}
async function allEntries(zip, file) {
    const entries = [];
    try {
        for await (const entry of zip.eachEntry()) {
            entries.push(entry);
        }
    }
    catch (cause) {
        throw broken(`its list of entries is wrong: ${cause.message}`, file, cause);
    }
    return entries;
}
function entryProblem(entry, name) {
    const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
    if (fileType !== 0 && fileType !== 0o100000) {
        return 'is a link or device';
    }
    if (!entry.canDecodeFileData()) {
        return 'is encrypted or compressed in an unknown way';
    }
    return (0,_entry_name_js__WEBPACK_IMPORTED_MODULE_5__/* .entryNameProblem */ .j)(name);
}
function parentsOf(name) {
    const segments = name.split('\\');
    return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('\\'));
}
/** The error for a package that is refused. */
function broken(what, file, cause) {
    return new _packaging_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PackagingError */ .y('broken-package', `The package is refused: ${what}.`, {
        where: file,
        next: 'Make the package again, or get it from where it was made.',
        cause,
    });
}


/***/ }),

/***/ 848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ packageFolderProblem),
/* harmony export */   j: () => (/* binding */ entryNameProblem)
/* harmony export */ });
/** Names that Windows gives to devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;
/** Longest path that is taken: what Windows can hold below the install folder. */
const maxNameLength = 240;
/**
 * Why a path in a package could not become a file below a folder on Windows; undefined when it could.
 * @param name folders separated by backslashes
 */
function entryNameProblem(name) {
    if (name.length > maxNameLength) {
        return `is longer than ${maxNameLength} characters`;
    }
    for (const segment of name.split('\\')) {
        if (segment === '' || segment === '.' || segment === '..') {
            return 'is not a plain relative path';
        }
        if (/[/:*?"<>|\p{Cc}]/u.test(segment)) {
            return 'holds a character that Windows does not allow';
        }
        if (/[. ]$/.test(segment)) {
            return 'has a part that ends in a dot or a blank';
        }
        if (reserved.test(segment)) {
            return 'has a part that is a device name on Windows';
        }
    }
    return undefined;
}
/** Why a package of that name and version could not have a folder `NAME.VERSION` on Windows; undefined when it could. */
function packageFolderProblem(name, version) {
    if (name === '' || version === '') {
        return 'would lack a part of its name';
    }
    const folder = `${name}.${version}`;
    return folder.includes('\\') ? 'would not be a single folder' : entryNameProblem(folder);
}


/***/ }),

/***/ 2689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPackage: () => (/* binding */ openPackage)
/* harmony export */ });
/* harmony import */ var _rgrove_parse_xml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7498);
/* harmony import */ var _rgrove_parse_xml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5614);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9492);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(848);



/**
 * Opens a DmApp package, checked as {@link Archive.open} does, that has a readable AppInfo.xml (packaging spec 14).
 * @throws PackagingError `broken-package`, saying what is wrong
 */
async function openPackage(file, limits = {}) {
    const archive = await _archive_js__WEBPACK_IMPORTED_MODULE_0__/* .Archive */ .T.open(file, limits);
    try {
        const info = infoIn(await archive.readText('AppInfo.xml'), file);
        return {
            info,
            entries: archive.entries,
            read: (name) => archive.read(name),
            readText: (name) => archive.readText(name),
            close: async () => archive.close(),
        };
    }
    catch (error) {
        archive.close();
        throw error;
    }
}
function infoIn(xml, file) {
    const values = new Map();
    try {
        const root = (0,_rgrove_parse_xml__WEBPACK_IMPORTED_MODULE_1__/* .parseXml */ .NO)(xml).root;
        for (const node of root?.name === 'AppInfo' ? root.children : []) {
            if (node instanceof _rgrove_parse_xml__WEBPACK_IMPORTED_MODULE_2__/* .XmlElement */ .W) {
                values.set(node.name, node.text.trim());
            }
        }
    }
    catch (cause) {
        throw (0,_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .broken */ .m)('its AppInfo.xml is no well-formed XML', file, cause);
    }
    const [name = '', version = '', minDmaVersion] = ['Name', 'Version', 'MinDmaVersion'].map((key) => values.get(key));
    const problem = (0,_entry_name_js__WEBPACK_IMPORTED_MODULE_3__/* .packageFolderProblem */ .Q)(name, version);
    if (problem !== undefined) {
        throw (0,_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .broken */ .m)(`name '${name}' and version '${version}' in its AppInfo.xml cannot be used: the folder ${problem}`, file);
    }
    return minDmaVersion === undefined ? { name, version } : { name, version, minDmaVersion };
}


/***/ })

};
