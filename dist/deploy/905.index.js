export const id = 905;
export const ids = [905,386];
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

/***/ 8905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  packageSolution: () => (/* binding */ packageSolution)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/packaging/dmapp/packaging-error.ts
var packaging_error = __webpack_require__(3882);
;// CONCATENATED MODULE: ./src/packaging/xml/illegal-character.ts
/**
 * Offset of the first character that XML 1.0 cannot hold, or -1: controls other than tab, line feed and carriage
 * return, lone surrogates, U+FFFE and U+FFFF.
 */
function illegalCharacterIn(text) {
    return text.search(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
}

;// CONCATENATED MODULE: ./src/packaging/xml/source-position.ts
/** `file:line:column` of an offset, both counted from 1; columns count UTF-16 units. */
function positionIn(file, source, offset) {
    let line = 1;
    let lineStart = 0;
    for (let end = source.indexOf('\n'); end !== -1 && end < offset; end = source.indexOf('\n', lineStart)) {
        line += 1;
        lineStart = end + 1;
    }
    return `${file}:${line}:${offset - lineStart + 1}`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./src/packaging/csharp/csharp-parser.ts




const kinds = {
    using_directive: 'using',
    extern_alias_directive: 'extern-alias',
    global_attribute: 'global-attributes',
    file_scoped_namespace_declaration: 'file-scoped-namespace',
};
let parser;
/** Parses C# text without preprocessor directives; the grammar is loaded at the first call. */
async function topLevelOf(text) {
    parser ??= loadParser();
    const tree = (await parser).parse(text);
    if (tree === null) {
        throw new Error('The C# parser gave no tree.');
    }
    try {
        return tree.rootNode.children
            .filter((node) => node !== null && node.type !== 'comment' && node.endIndex > node.startIndex)
            .map((node) => ({ kind: kinds[node.type] ?? 'member', start: node.startIndex, end: node.endIndex }));
    }
    finally {
        tree.delete();
    }
}
async function loadParser() {
    // A bundle is an ES module, where the library looks for this in vain; it does not use the value.
    const scope = globalThis;
    scope.__dirname ??= (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    // V8 would recompile the large grammar in the background, which costs a short run more than it can ever give back.
    (0,external_node_v8_.setFlagsFromString)('--wasm-tiering-budget=1000000000');
    const { Parser, Language } = (await Promise.all(/* import() */[__webpack_require__.e(551), __webpack_require__.e(153)]).then(__webpack_require__.t.bind(__webpack_require__, 153, 23))).default;
    await Parser.init({ wasmBinary: await wasm('web-tree-sitter.wasm', 'web-tree-sitter') });
    const loaded = new Parser();
    loaded.setLanguage(await Language.load(await wasm('tree-sitter-c_sharp.wasm', 'tree-sitter-c-sharp')));
    return loaded;
}
/** The file lies beside the bundle, or in its npm package when the source runs. */
async function wasm(name, packageName) {
    const folder = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    const beside = (0,external_node_path_.join)(folder, name);
    const isBundled = await (0,promises_.access)(beside).then(() => true, () => false);
    return (0,promises_.readFile)(isBundled ? beside : (0,external_node_url_.fileURLToPath)(import.meta.resolve(`${packageName}/${name}`)));
}

;// CONCATENATED MODULE: ./src/packaging/csharp/lexer.ts
/**
 * Just enough of C#'s lexical grammar to know where a line begins that is really a line: not inside a comment, a
 * verbatim or raw string, or an interpolation.
 *
 * Reads tokens from the start of a line to the start of the next line, which is further down when one of them spans
 * lines.
 * @returns the offset of that line, or the end of the text
 */
function lexTokens(text, from) {
    let index = from;
    while (index < text.length) {
        const character = text[index];
        if (isLineEnd(character)) {
            return index + (text.startsWith('\r\n', index) ? 2 : 1);
        }
        index = skipToken(text, index);
    }
    return index;
}
function isLineEnd(character) {
    return /[\n\r\u0085\u2028\u2029]/.test(character);
}
/** Offset behind the comment, string, character literal or single character at `index`. */
function skipToken(text, index) {
    if (text.startsWith('//', index)) {
        return skipTo(text, index, /[\n\r\u0085\u2028\u2029]/g);
    }
    if (text.startsWith('/*', index)) {
        const end = text.indexOf('*/', index + 2);
        return end === -1 ? text.length : end + 2;
    }
    if (text[index] === "'") {
        return skipQuoted(text, index + 1, "'");
    }
    const opening = /(?:\$+@?|@\$?)?"+/y;
    opening.lastIndex = index;
    const start = opening.exec(text)?.[0];
    return start === undefined ? index + 1 : skipString(text, index, start);
}
/** @param start the characters before the quotes and all quotes that open (or open and close) the string */
function skipString(text, index, start) {
    const quotes = start.replace(/[^"]/g, '').length;
    const dollars = start.replace(/[^$]/g, '').length;
    const prefix = start.length - quotes;
    const isVerbatim = start.includes('@');
    if (quotes >= 3 && !isVerbatim) {
        return skipRaw(text, index + start.length, quotes, dollars);
    }
    const content = index + prefix + 1;
    if (dollars > 0) {
        return skipInterpolated(text, content, isVerbatim);
    }
    return isVerbatim ? skipVerbatim(text, content) : skipQuoted(text, content, '"');
}
/** A string or character literal of one line; a line end closes it, for then the code is broken anyway. */
function skipQuoted(text, from, quote) {
    for (let index = from; index < text.length; index += 1) {
        const character = text[index];
        if (character === '\\') {
            index += 1;
        }
        else if (character === quote) {
            return index + 1;
        }
        else if (isLineEnd(character)) {
            return index;
        }
    }
    return text.length;
}
function skipVerbatim(text, from) {
    for (let index = from; index < text.length; index += 1) {
        if (text[index] === '"') {
            if (text[index + 1] !== '"') {
                return index + 1;
            }
            index += 1;
        }
    }
    return text.length;
}
function skipInterpolated(text, from, isVerbatim) {
    for (let index = from; index < text.length; index += 1) {
        const character = text[index];
        const isDoubled = text[index + 1] === character;
        if (character === '"') {
            if (!isVerbatim || !isDoubled) {
                return index + 1;
            }
            index += 1;
        }
        else if (character === '{') {
            index = isDoubled ? index + 1 : skipHole(text, index + 1) - 1;
        }
        else if (character === '\\' && !isVerbatim) {
            index += 1;
        }
        else if (isLineEnd(character) && !isVerbatim) {
            return index;
        }
    }
    return text.length;
}
/** Raw strings end at as many quotes as they began with; holes have as many braces as there were dollars. */
function skipRaw(text, from, quotes, dollars) {
    const end = '"'.repeat(quotes);
    const hole = '{'.repeat(dollars);
    for (let index = from; index < text.length; index += 1) {
        if (text.startsWith(end, index)) {
            return skipTo(text, index, /[^"]/g);
        }
        if (dollars > 0 && text.startsWith(hole, index)) {
            const code = skipTo(text, index, /[^{]/g);
            index = skipHole(text, code) - 1;
        }
    }
    return text.length;
}
/** Code in an interpolation up to the brace that closes it. */
function skipHole(text, from) {
    let depth = 1;
    let index = from;
    while (index < text.length && depth > 0) {
        const character = text[index];
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
        index = skipToken(text, index);
    }
    return index;
}
function skipTo(text, from, stop) {
    stop.lastIndex = from;
    return stop.exec(text)?.index ?? text.length;
}

;// CONCATENATED MODULE: ./src/packaging/csharp/directives.ts

/**
 * Finds the directives of a C# text and the code that they switch off. No symbols are defined but those that the text
 * defines (packaging spec 8.2, 8.3).
 */
function scanDirectives(text) {
    if (!/^[ \t]*#/m.test(text)) {
        return { active: text, spans: [], isBalanced: true };
    }
    const spans = [];
    const symbols = new Set();
    const conditionals = [];
    let regions = 0;
    let isBalanced = true;
    const directive = (line) => {
        const [, name, rest = ''] = /^\s*#\s*(\w+)(.*)/s.exec(line) ?? [];
        const current = conditionals.at(-1);
        const isActive = current?.active ?? true;
        switch (name) {
            case 'if': {
                const holds = isActive && symbolsHold(rest, symbols);
                conditionals.push({ outer: isActive, taken: holds, active: holds, sawElse: false });
                break;
            }
            case 'elif':
            case 'else':
                if (current === undefined || current.sawElse) {
                    isBalanced = false;
                }
                else {
                    current.active = current.outer && !current.taken && (name === 'else' || symbolsHold(rest, symbols));
                    current.taken ||= current.active;
                    current.sawElse = name === 'else';
                }
                break;
            case 'endif':
                isBalanced &&= conditionals.pop() !== undefined;
                break;
            case 'region':
                regions += isActive ? 1 : 0;
                break;
            case 'endregion':
                regions -= isActive ? 1 : 0;
                isBalanced &&= regions >= 0;
                break;
            case 'define':
            case 'undef':
                if (isActive) {
                    symbols[name === 'define' ? 'add' : 'delete'](/\w+/.exec(rest)?.[0] ?? '');
                }
                break;
        }
        return conditionals.at(-1)?.active ?? true;
    };
    for (let index = 0; index < text.length;) {
        const lineEnd = endOfLine(text, index);
        if (/^[ \t\f\v]*#/.test(text.slice(index, lineEnd))) {
            let isActive = directive(text.slice(index, lineEnd));
            const start = index;
            index = lineEnd;
            while (!isActive && index < text.length) {
                const end = endOfLine(text, index);
                const line = text.slice(index, end);
                isActive = /^\s*#/.test(line) ? directive(line) : isActive;
                index = end;
            }
            spans.push({ start, end: index });
        }
        else {
            index = lexTokens(text, index);
        }
    }
    return { active: blanked(text, spans), spans, isBalanced: isBalanced && conditionals.length === 0 && regions === 0 };
}
/** Offset behind the line end that follows, or the end of the text. */
function endOfLine(text, from) {
    const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/g;
    lineEnd.lastIndex = from;
    return lineEnd.exec(text) === null ? text.length : lineEnd.lastIndex;
}
function blanked(text, spans) {
    const parts = [];
    let end = 0;
    for (const span of spans) {
        parts.push(text.slice(end, span.start), text.slice(span.start, span.end).replace(/[^\r\n]/g, ' '));
        end = span.end;
    }
    return parts.join('') + text.slice(end);
}
/** Evaluates the expression of `#if`: symbols, `true`, `false`, `!`, `==`, `!=`, `&&`, `||`, parentheses. */
function symbolsHold(expression, symbols) {
    const tokens = expression.replace(/\/\/.*/s, '').match(/&&|\|\||==|!=|[!()]|[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    let next = 0;
    const take = (token) => {
        const found = tokens[next] === token;
        next += found ? 1 : 0;
        return found;
    };
    const or = () => {
        let value = and();
        while (take('||')) {
            value = and() || value;
        }
        return value;
    };
    const and = () => {
        let value = equality();
        while (take('&&')) {
            value = equality() && value;
        }
        return value;
    };
    const equality = () => {
        let value = unary();
        for (;;) {
            if (take('==')) {
                value = value === unary();
            }
            else if (take('!=')) {
                value = value !== unary();
            }
            else {
                return value;
            }
        }
    };
    const unary = () => {
        if (take('!')) {
            return !unary();
        }
        if (take('(')) {
            const value = or();
            take(')');
            return value;
        }
        const symbol = tokens[next] ?? '';
        next += 1;
        return symbol === 'true' || symbols.has(symbol);
    };
    return or();
}

;// CONCATENATED MODULE: ./src/packaging/csharp/source-file.ts


/** Cuts the text of a C# file. */
async function parseSource(name, text) {
    const { active, spans } = scanDirectives(text);
    const pieces = [];
    let end = 0;
    for (const { kind, start, end: codeEnd } of await topLevelOf(active)) {
        const trailingEnd = endOfTrailing(text, codeEnd, spans);
        pieces.push({
            kind,
            leading: piece(text, end, start, spans),
            code: text.slice(start, codeEnd),
            trailing: text.slice(codeEnd, trailingEnd),
        });
        end = trailingEnd;
    }
    return { name, text, pieces, tail: piece(text, end, text.length, spans) };
}
function piece(text, start, end, spans) {
    return {
        text: text.slice(start, end),
        hasDirective: spans.some((span) => span.start < end && span.end > start),
    };
}
/** A token owns white space and comments after it, up to and including the next line end. */
function endOfTrailing(text, from, spans) {
    const trivia = /(?:[^\S\r\n\u0085\u2028\u2029]|\/\*[\s\S]*?\*\/)*(?:\/\/[^\r\n\u0085\u2028\u2029]*)?(?:\r\n|[\r\n\u0085\u2028\u2029])?/y;
    trivia.lastIndex = from;
    trivia.exec(text);
    const end = trivia.lastIndex;
    const directive = spans.find((span) => span.start >= from);
    return directive === undefined ? end : Math.min(end, directive.start);
}

;// CONCATENATED MODULE: ./src/packaging/csharp/code-files.ts





const byName = new Intl.Collator('en');
/** Reads C# files of projects; a file that several projects share is read and parsed once. */
class CodeFiles {
    #tree;
    #parsed = new Map();
    constructor(tree) {
        this.#tree = tree;
    }
    /**
     * The C# files that go into a script, in the order in which they are combined (packaging spec 7).
     * @throws PackagingError `no-code-files`, `file-not-found`, or what is wrong with a file
     */
    async of(project) {
        const items = project.compile.filter(isScriptCode);
        if (items.length === 0) {
            throw new packaging_error/* PackagingError */.y('no-code-files', `The project ${project.assemblyName} has no C# files.`, {
                where: this.#tree.show(project.file),
                next: 'Add the C# files of the script to the project.',
            });
        }
        return sorted(await Promise.all(items.map((item) => this.#read(item, project))));
    }
    async #read(item, project) {
        const where = this.#tree.show(project.file);
        if (/[\p{Cc}\u2028\u2029]/u.test(item.name)) {
            throw new packaging_error/* PackagingError */.y('illegal-name', `The file name '${item.name}' holds a control character.`, {
                where,
                next: 'Rename the file: its name becomes a comment in the combined code.',
            });
        }
        const path = await this.#tree.find((0,external_node_path_.dirname)(project.file), item.path, where);
        if (path === undefined) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `The source file ${item.name} of project ${project.name} does not exist.`, {
                where,
                next: 'Add the file, or remove it from the project.',
            });
        }
        let file = this.#parsed.get(path);
        if (file === undefined) {
            file = this.#parse(path);
            this.#parsed.set(path, file);
        }
        return { ...(await file), name: item.name };
    }
    async #parse(path) {
        const text = await this.#tree.readText(path);
        const illegal = illegalCharacterIn(text);
        if (illegal !== -1) {
            const code = text.charCodeAt(illegal).toString(16).toUpperCase().padStart(4, '0');
            throw new packaging_error/* PackagingError */.y('illegal-character', `The file holds the character U+${code}, which XML cannot hold.`, {
                where: positionIn(this.#tree.show(path), text, illegal),
                next: 'Write the character as an escape sequence in the C# source.',
            });
        }
        return parseSource(path, text);
    }
}
/** Packaging spec 7.1; case matters. */
function isScriptCode({ name }) {
    return (name.endsWith('.cs') &&
        !name.endsWith('AssemblyInfo.cs') &&
        !/TestPackageContent[\\/](TestHarvesting|Tests)[\\/]/.test(name));
}
/** Main file first, then names that begin with "script", then by name as people sort (packaging spec 7.3). */
function sorted(files) {
    return files
        .map((file) => ({ file, rank: isMainFile(file.text) ? 0 : /^script/i.test(file.name) ? 1 : 2 }))
        .sort((a, b) => a.rank - b.rank || byName.compare(a.file.name, b.file.name))
        .map(({ file }) => file);
}
function isMainFile(text) {
    return text.includes('class Script') && (text.includes('void Run(Engine') || text.includes('void Run(IEngine'));
}

// EXTERNAL MODULE: ./src/packaging/dmapp/entry-name.ts
var entry_name = __webpack_require__(848);
;// CONCATENATED MODULE: ./src/packaging/dmapp/escape-xml.ts
/** Text for element content or an attribute in double quotes. */
function escapeXml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

;// CONCATENATED MODULE: ./src/packaging/dmapp/install-script.ts

/**
 * The script that a DataMiner System runs to install the package (packaging spec 14.6).
 * @param libraries file names of the DLLs beside it
 */
function installScript(libraries) {
    const references = ['mscorlib.dll', ...libraries].map((name) => `      <Param type="ref">${escapeXml(name)}</Param>`);
    const lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<DMSScript options="272" xmlns="http://www.skyline.be/automation">',
        '  <Name>Install</Name>',
        '  <Description>Installs the content of this package</Description>',
        '  <Type>Automation</Type>',
        '  <Author></Author>',
        '  <CheckSets>FALSE</CheckSets>',
        '  <Folder></Folder>',
        '  <Protocols></Protocols>',
        '  <Memory></Memory>',
        '  <Parameters></Parameters>',
        '  <Script>',
        '    <Exe id="1" type="csharp">',
        `      <Value><![CDATA[${code.replaceAll('\n', '\r\n')}]]></Value>`,
        '      <Message></Message>',
        ...references,
        '    </Exe>',
        '  </Script>',
        '</DMSScript>',
    ];
    return `\ufeff${lines.join('\r\n')}`;
}
const code = `using System;
using Skyline.AppInstaller;
using Skyline.DataMiner.Automation;
using Skyline.DataMiner.Net.AppPackages;

/// <summary>Installs what the package holds.</summary>
public class Script
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [AutomationEntryPoint(AutomationEntryPointType.Types.InstallAppPackage)]
    public void Install(IEngine engine, AppInstallContext context)
    {
        try
        {
            engine.Timeout = Limit;
            engine.GenerateInformation("The installation of the package begins.");
            new AppInstaller(Engine.SLNetRaw, context).InstallDefaultContent();
        }
        catch (Exception problem)
        {
            engine.ExitFail("The package could not be installed: " + problem);
        }
    }
}
`;

;// CONCATENATED MODULE: ./src/packaging/dmapp/package-content.ts
/** The folder on a DataMiner System that assemblies are installed below. */
const dataMinerFolder = 'C:\\Skyline DataMiner\\';
function scriptEntryName(script) {
    return `AppInstallContent\\Scripts\\${script}\\Script_${script}.xml`;
}
/** @param target full path below `C:\Skyline DataMiner\` */
function assemblyEntryName(target) {
    return `AppInstallContent\\Assemblies\\${target.slice(dataMinerFolder.length)}`;
}

;// CONCATENATED MODULE: ./src/packaging/dmapp/package-texts.ts


/** The oldest DataMiner version that takes packages of scripts (packaging spec 14.3). */
const defaultMinDmaVersion = '10.0.9.0-9312';
const byteOrderMark = '\ufeff';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';
/** All entries of a package, in order (packaging spec 14.1). */
function packageEntries(content) {
    return [
        { name: 'AppInfo.xml', text: appInfo(content) },
        { name: 'Scripts\\Install.xml', text: content.installer.script },
        ...content.installer.libraries.map(({ name, path }) => ({ name: `Scripts\\InstallDependencies\\${name}`, path })),
        ...content.scripts.map(scriptEntry),
        ...content.assemblies.map(({ target, path }) => ({ name: assemblyEntryName(target), path })),
        ...content.companionFiles.map(({ name, path }) => ({ name: `AppInstallContent\\CompanionFiles\\${name}`, path })),
        ...content.otherFiles,
        { name: 'AppInstallContent\\DeploymentActions.xml', text: deploymentActions },
        { name: 'Description.txt', text: description(content) },
    ];
}
/** The mark makes a text twice as large in memory, so it is put in front only while the entry is written. */
function scriptEntry({ name, xml }) {
    return {
        name: scriptEntryName(name),
        get text() {
            return byteOrderMark + xml;
        },
    };
}
/** Packaging spec 14.3. */
function appInfo({ name, version, time, minDmaVersion = defaultMinDmaVersion }) {
    return [
        declaration,
        '<AppInfo>',
        `  <DisplayName>${escapeXml(name)}</DisplayName>`,
        `  <LastModifiedAt>${timeStamp(time)}</LastModifiedAt>`,
        `  <MinDmaVersion>${minDmaVersion}</MinDmaVersion>`,
        `  <Name>${escapeXml(name)}</Name>`,
        '  <AllowMultipleInstalledVersions>false</AllowMultipleInstalledVersions>',
        `  <Version>${escapeXml(version)}</Version>`,
        '</AppInfo>',
    ].join('\n');
}
/** Packaging spec 14.5. */
const deploymentActions = [
    declaration,
    '<AppPackageDeploymentActions>',
    '  <DefaultProtocolVisios />',
    '  <ProductionProtocols />',
    '  <TemplatesToPreserve>',
    '    <AlarmTemplates />',
    '    <InformationTemplates />',
    '    <TrendTemplates />',
    '  </TemplatesToPreserve>',
    '</AppPackageDeploymentActions>',
].join('\n');
/** Packaging spec 14.4. */
function description({ name, version, time, scripts, assemblies, companionFiles }) {
    const ruler = '-'.repeat(33);
    return [
        `${name} package version: ${version}`,
        ruler,
        `Package creation time: ${timeStamp(time).replace('T', ' ')}`,
        ruler,
        'File Versions:',
        ...scripts.map((script) => `Script\\${script.name}:${version}`),
        ...assemblies.map(({ target, script }) => `Assembly\\${target} for automation script:${script}`),
        ...companionFiles.map((file) => `CompanionFile\\${file.name}`),
        '',
    ].join('\n');
}
/** UTC, so that the same input gives the same bytes in every time zone. */
function timeStamp(time) {
    return time.toISOString().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/@zip.js/zip.js/index.js + 18 modules
var zip_js = __webpack_require__(4219);
;// CONCATENATED MODULE: ./src/packaging/dmapp/write-package.ts








/** Files above this size, in bytes, are compressed by way of the disk. */
const maxBufferedBytes = 4 * 1024 * 1024;
/** No worker threads: they change nothing about the bytes and would keep a process alive. */
(0,zip_js/* configure */.jK)({ useWebWorkers: false });
/**
 * Writes a package file: deflated entries with backslashes in their names, nothing that depends on the machine
 * (packaging spec 14.2). Memory does not grow with the files.
 * @throws PackagingError `illegal-name`, `duplicate-name`, `package-too-large`, `disk-full`, `file-unreadable`
 *   or `output-not-writable`
 */
async function writePackage(writing) {
    checkNames(writing.entries);
    let folder;
    try {
        await requireFilePlace(writing.output);
        folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(writing.output), '.dmapp-'));
        const file = (0,external_node_path_.join)(folder, 'package');
        const written = await writeZip(file, folder, writing);
        await (0,promises_.rename)(file, writing.output);
        return written;
    }
    catch (error) {
        throw asPackagingError(error, writing);
    }
    finally {
        if (folder !== undefined) {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
/** A rename would put the package in the place of a device or a socket as well. */
async function requireFilePlace(output) {
    const present = await (0,promises_.stat)(output).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (present !== undefined && !present.isFile()) {
        throw new packaging_error/* PackagingError */.y('output-not-writable', `The package ${output} cannot be written: that is no file.`, {
            next: 'Give the path of a new file, or of a file to replace.',
        });
    }
}
function checkNames(entries) {
    const seen = new Map();
    for (const { name } of entries) {
        const problem = (0,entry_name/* entryNameProblem */.j)(name);
        if (problem !== undefined) {
            throw new packaging_error/* PackagingError */.y('illegal-name', `The path '${name}' in the package ${problem}.`, {
                next: 'Rename the file or the script.',
            });
        }
        const other = seen.get(name.toLowerCase());
        if (other !== undefined) {
            throw new packaging_error/* PackagingError */.y('duplicate-name', `'${other}' and '${name}' would be one file on Windows.`, {
                next: 'Rename one of them.',
            });
        }
        seen.set(name.toLowerCase(), name);
    }
}
async function writeZip(file, folder, writing) {
    const { entries, time, maxBytes, signal, onEntry } = writing;
    const handle = await (0,promises_.open)(file, 'wx');
    try {
        const sink = new MeasuredSink(handle, maxBytes);
        const zip = new zip_js/* ZipWriter */.Vx(sink.stream, {
            dataDescriptor: false,
            extendedTimestamp: false,
            msDosCompatible: true,
            rawLastModDate: dosTime(time),
            zip64: false,
            ...(signal === undefined ? {} : { signal }),
        });
        for (const [index, entry] of entries.entries()) {
            signal?.throwIfAborted();
            if ('text' in entry) {
                await zip.add(entry.name, new zip_js/* TextReader */.TX(entry.text));
            }
            else {
                const { size } = await (0,promises_.stat)(entry.path);
                await zip.add(entry.name, external_node_stream_.Readable.toWeb((0,external_node_fs_.createReadStream)(entry.path)), {
                    uncompressedSize: size,
                    ...(size > maxBufferedBytes ? { createTempStream: () => diskBuffer((0,external_node_path_.join)(folder, `${index}`)) } : {}),
                });
            }
            onEntry?.(index + 1);
        }
        await zip.close();
        await handle.sync();
        return sink.written();
    }
    finally {
        await handle.close();
    }
}
/** Writes to a file while it counts and hashes. */
class MeasuredSink {
    stream;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #size = 0;
    constructor(handle, maxBytes) {
        this.stream = new WritableStream({
            write: async (chunk) => {
                this.#size += chunk.byteLength;
                if (this.#size > maxBytes) {
                    throw new packaging_error/* PackagingError */.y('package-too-large', `The package is larger than ${maxBytes} bytes.`, {
                        next: 'Leave large companion files or DLLs out of the solution.',
                    });
                }
                this.#hash.update(chunk);
                await handle.writeFile(chunk);
            },
        });
    }
    written() {
        return { sha256: this.#hash.digest('hex'), size: this.#size };
    }
}
/** Holds the compressed bytes of one entry until its header, which comes first, can be written. */
function diskBuffer(path) {
    let source;
    const readable = new ReadableStream({
        async pull(controller) {
            source ??= external_node_stream_.Readable.toWeb((0,external_node_fs_.createReadStream)(path)).getReader();
            const { done, value } = await source.read();
            if (done) {
                controller.close();
            }
            else {
                controller.enqueue(value);
            }
        },
    }, { highWaterMark: 0 });
    return { writable: external_node_stream_.Writable.toWeb((0,external_node_fs_.createWriteStream)(path)), readable, dispose: () => (0,promises_.rm)(path, { force: true }) };
}
/** Date and time as MS-DOS packs them, in UTC; the format begins at 1980 and counts in steps of two seconds. */
function dosTime(time) {
    const earliest = Date.UTC(1980, 0, 1);
    const latest = Date.UTC(2107, 11, 31, 23, 59, 58);
    const clamped = new Date(Math.min(Math.max(time.getTime(), earliest), latest));
    const date = ((clamped.getUTCFullYear() - 1980) << 9) | ((clamped.getUTCMonth() + 1) << 5) | clamped.getUTCDate();
    const clock = (clamped.getUTCHours() << 11) | (clamped.getUTCMinutes() << 5) | (clamped.getUTCSeconds() >> 1);
    return date * 0x1_0000 + clock;
}
/** System errors say which file they are about, except those of writing to an open file. */
function asPackagingError(error, { entries, output }) {
    const { syscall, code = '', path } = error;
    if (syscall === undefined) {
        return error;
    }
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
        return new packaging_error/* PackagingError */.y('disk-full', `There is no space left to write ${output}.`, {
            next: 'Free space on that disk, or write the package elsewhere.',
            cause: error,
        });
    }
    if (entries.some((entry) => 'path' in entry && entry.path === path)) {
        return new packaging_error/* PackagingError */.y('file-unreadable', `The file ${path} cannot be read (${code}).`, {
            next: 'Check that the file exists and may be read.',
            cause: error,
        });
    }
    return new packaging_error/* PackagingError */.y('output-not-writable', `The package ${output} cannot be written (${code}).`, {
        next: 'Give a path in a folder that exists and may be written to.',
        cause: error,
    });
}

// EXTERNAL MODULE: ./src/packaging/files/paths.ts
var files_paths = __webpack_require__(5807);
;// CONCATENATED MODULE: ./src/packaging/files/text-encoding.ts
/**
 * The text of a file, its encoding found by the byte order mark and UTF-8 without one; the mark is not part of the
 * text (packaging spec 7.2).
 * @param strict refuse bytes that are not of the encoding, instead of reading them as U+FFFD
 * @throws TypeError for such bytes
 */
function decodeText(bytes, { strict = false } = {}) {
    for (const { mark, label } of marks) {
        if (mark.every((byte, index) => bytes[index] === byte)) {
            const content = bytes.subarray(mark.length);
            return label.startsWith('utf-32')
                ? decodeUtf32(content, label === 'utf-32le')
                : new TextDecoder(label, { fatal: strict, ignoreBOM: true }).decode(content);
        }
    }
    return new TextDecoder('utf-8', { fatal: strict, ignoreBOM: true }).decode(bytes);
}
/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
const marks = [
    { mark: [0xff, 0xfe, 0, 0], label: 'utf-32le' },
    { mark: [0, 0, 0xfe, 0xff], label: 'utf-32be' },
    { mark: [0xef, 0xbb, 0xbf], label: 'utf-8' },
    { mark: [0xff, 0xfe], label: 'utf-16le' },
    { mark: [0xfe, 0xff], label: 'utf-16be' },
];
/** The platform's decoder does not know UTF-32. */
function decodeUtf32(bytes, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const characters = [];
    for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
        const code = view.getUint32(offset, littleEndian);
        characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
    }
    return characters.join('');
}

;// CONCATENATED MODULE: ./src/packaging/files/read-text.ts



/** No source file of people comes near this; a larger one is a mistake or an attack. */
const maxTextBytes = 16 * 1024 * 1024;
/**
 * Reads a text file anywhere; for files of a work tree use {@link WorkTree.readText}.
 * @param shown how messages name the file
 */
async function readTextFile(path, shown, strict = false) {
    const stats = await (0,promises_.stat)(path).catch((cause) => {
        throw unreadable(`The file ${shown} cannot be read.`, cause);
    });
    if (!stats.isFile()) {
        throw unreadable(`${shown} is not a file.`);
    }
    if (stats.size > maxTextBytes) {
        throw new packaging_error/* PackagingError */.y('file-too-large', `The file ${shown} has ${stats.size} bytes.`, {
            next: `Split it: source files of more than ${maxTextBytes} bytes are not read.`,
        });
    }
    const bytes = await (0,promises_.readFile)(path).catch((cause) => {
        throw unreadable(`The file ${shown} cannot be read.`, cause);
    });
    try {
        return decodeText(bytes, { strict });
    }
    catch (cause) {
        throw new packaging_error/* PackagingError */.y('malformed-xml', 'The file holds bytes that are not of its encoding.', {
            where: shown,
            next: 'Save it as UTF-8.',
            cause,
        });
    }
}
function unreadable(message, cause) {
    return new packaging_error/* PackagingError */.y('file-unreadable', message, { next: 'Check that the file exists and may be read.', cause });
}

;// CONCATENATED MODULE: ./src/packaging/files/work-tree.ts





/** What a folder holds, sorted by name; a name is found as written first, then without regard to case. */
class Listing {
    entries;
    #names;
    #byLowerCase;
    constructor(entries) {
        this.entries = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
        this.#names = new Set(this.entries.map(({ name }) => name));
        this.#byLowerCase = new Map(this.entries.map(({ name }) => [name.toLowerCase(), name]));
    }
    nameOf(written) {
        return this.#names.has(written) ? written : this.#byLowerCase.get(written.toLowerCase());
    }
}
/**
 * The files below the root that packaging may read. Paths come from solutions and projects, so they may use backslashes
 * and the wrong case; whichever way they are written, and whatever links lie on the way, nothing outside is reached.
 */
class WorkTree {
    root;
    #listings = new Map();
    constructor(root) {
        this.root = root;
    }
    /** @throws PackagingError `file-not-found` when there is no such folder */
    static async open(root) {
        try {
            return new WorkTree(await (0,promises_.realpath)(root));
        }
        catch (cause) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `The folder ${root} does not exist.`, {
                next: 'Give an existing folder.',
                cause,
            });
        }
    }
    /** How messages name a path: relative to the root, with slashes. */
    show(path) {
        return (0,external_node_path_.relative)(this.root, path).replaceAll(external_node_path_.sep, '/') || '.';
    }
    /** The absolute path that a written path means, before looking at the disk; undefined outside the root. */
    inside(folder, written) {
        const path = (0,external_node_path_.resolve)(folder, (0,files_paths/* toPlatform */.rE)(written));
        const isElsewhere = external_node_path_.sep === '/' && (0,files_paths/* isWindowsRooted */.HY)(written);
        return isElsewhere || !this.contains(path) ? undefined : path;
    }
    contains(path) {
        return (0,files_paths/* isWithin */.UO)(this.root, path);
    }
    /**
     * The file or folder that a written path means, found without regard to case when it is not there as written.
     * @returns its path on disk, or undefined when there is none
     * @throws PackagingError `outside-root` when the path or a link on it leaves the root
     */
    async find(folder, written, where) {
        const path = this.inside(folder, written);
        if (path === undefined) {
            throw outside(written, where);
        }
        let found = this.root;
        for (const segment of (0,external_node_path_.relative)(this.root, path).split(external_node_path_.sep).filter(Boolean)) {
            const name = (await this.#list(found)).nameOf(segment);
            if (name === undefined) {
                return undefined;
            }
            found = (0,external_node_path_.join)(found, name);
        }
        return (await this.#insideOrMissing(found, where)) ? found : undefined;
    }
    /**
     * All files below a folder, sorted by name. Links are followed as long as they stay inside the root.
     * @throws PackagingError `outside-root`, or `file-unreadable` for anything that is neither file nor folder
     */
    async walk(folder, enter = () => true) {
        const files = [];
        const visit = async (path, prefix, above) => {
            const real = await (0,promises_.realpath)(path);
            if (above.includes(real)) {
                return; // a link to a folder that is being walked
            }
            for (const entry of (await this.#list(path)).entries) {
                const child = (0,external_node_path_.join)(path, entry.name);
                const name = prefix + entry.name;
                const stats = await this.#statsOf(child, entry);
                if (stats.isDirectory()) {
                    if (enter(name)) {
                        await visit(child, `${name}/`, [...above, real]);
                    }
                }
                else if (stats.isFile()) {
                    files.push({ path: child, name });
                }
                else {
                    throw new packaging_error/* PackagingError */.y('file-unreadable', `${this.show(child)} is neither a file nor a folder.`, {
                        next: 'Remove it from the solution.',
                    });
                }
            }
        };
        await visit(folder, '', []);
        return files;
    }
    /**
     * Reads a text file that was found in this tree.
     * @param strict refuse bytes that the encoding does not know
     * @throws PackagingError `file-unreadable` or `file-too-large`
     */
    async readText(path, { strict = false } = {}) {
        return readTextFile(path, this.show(path), strict);
    }
    async #list(folder) {
        let listing = this.#listings.get(folder);
        if (listing === undefined) {
            listing = (0,promises_.readdir)(folder, { withFileTypes: true }).then((entries) => new Listing(entries), () => new Listing([]));
            this.#listings.set(folder, listing);
        }
        return listing;
    }
    async #statsOf(path, entry) {
        if (!entry.isSymbolicLink()) {
            return entry;
        }
        if (!(await this.#insideOrMissing(path, this.show(path)))) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `The link ${this.show(path)} leads nowhere.`, {
                next: 'Remove the link or restore its target.',
            });
        }
        return (0,promises_.stat)(path);
    }
    async #insideOrMissing(path, where) {
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real !== undefined && !this.contains(real)) {
            throw outside(this.show(path), where);
        }
        return real !== undefined;
    }
}
function outside(written, where) {
    return new packaging_error/* PackagingError */.y('outside-root', `The path '${written}' leads out of the repository.`, {
        where,
        next: 'Move the file into the repository, or set the workspace or solution so that it contains the file.',
    });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/assembly-version.ts

/** No library of people is larger, in bytes; a larger file is not looked into. */
const maxBytes = 64 * 1024 * 1024;
/** Where the Assembly table stands among the tables of .NET metadata (ECMA-335, II.22). */
const assemblyTable = 0x20;
/**
 * The version in a .NET assembly's metadata, as four numbers; undefined for a file that is no assembly, however broken.
 * Reads the whole file: the metadata can be anywhere in it.
 */
async function assemblyVersion(path) {
    const handle = await (0,promises_.open)(path).catch(() => undefined);
    try {
        const stats = await handle?.stat();
        if (handle === undefined || !stats?.isFile() || stats.size > maxBytes) {
            return undefined;
        }
        return assemblyVersionIn(await handle.readFile());
    }
    finally {
        await handle?.close();
    }
}
/** The version in the bytes of an assembly (ECMA-335, II.24 and II.25); undefined when there is none. */
function assemblyVersionIn(file) {
    try {
        const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
        return versionIn(view);
    }
    catch (error) {
        if (error instanceof RangeError) {
            return undefined; // an offset that points out of the file
        }
        throw error;
    }
}
function versionIn(view) {
    const header = view.getUint32(0x3c, true);
    if (view.getUint16(0, true) !== 0x5a4d || view.getUint32(header, true) !== 0x4550) {
        return undefined;
    }
    const optionalHeader = header + 24;
    const isWide = view.getUint16(optionalHeader, true) === 0x20b;
    const runtimeDirectory = optionalHeader + (isWide ? 112 : 96) + 14 * 8;
    const sections = {
        start: optionalHeader + view.getUint16(header + 20, true),
        count: view.getUint16(header + 6, true),
    };
    const runtimeHeader = fileOffset(view, sections, view.getUint32(runtimeDirectory, true));
    const metadata = runtimeHeader === undefined ? undefined : fileOffset(view, sections, view.getUint32(runtimeHeader + 8, true));
    const tables = metadata === undefined ? undefined : tableStream(view, metadata);
    return tables === undefined ? undefined : versionInTables(view, tables);
}
/** Turns an address in memory into a place in the file. */
function fileOffset(view, { start, count }, address) {
    for (let section = start; section < start + count * 40; section += 40) {
        const begin = view.getUint32(section + 12, true);
        const size = view.getUint32(section + 16, true);
        if (address !== 0 && address >= begin && address < begin + size) {
            return address - begin + view.getUint32(section + 20, true);
        }
    }
    return undefined;
}
/** Where the stream of tables begins. */
function tableStream(view, metadata) {
    if (view.getUint32(metadata, true) !== 0x424a5342) {
        return undefined;
    }
    const streams = metadata + 16 + view.getUint32(metadata + 12, true);
    let position = streams + 4;
    for (let left = view.getUint16(streams + 2, true); left > 0; left -= 1) {
        const nameStart = position + 8;
        let name = '';
        for (let at = nameStart; view.getUint8(at) !== 0 && name.length < 32; at += 1) {
            name += String.fromCharCode(view.getUint8(at));
        }
        if (name === '#~' || name === '#-') {
            return metadata + view.getUint32(position, true);
        }
        position = nameStart + ((name.length + 4) & ~3);
    }
    return undefined;
}
function versionInTables(view, stream) {
    const heapSizes = view.getUint8(stream + 6);
    const present = view.getBigUint64(stream + 8, true);
    const rows = [];
    let position = stream + 24;
    for (let table = 0; table < 64; table += 1) {
        const isPresent = (present & (1n << BigInt(table))) !== 0n;
        rows.push(isPresent ? view.getUint32(position, true) : 0);
        position += isPresent ? 4 : 0;
    }
    if (rows[assemblyTable] === 0) {
        return undefined;
    }
    const skipped = rows.slice(0, assemblyTable);
    const assembly = position + skipped.reduce((sum, count, table) => sum + count * rowSize(table, count, rows, heapSizes), 0);
    return [4, 6, 8, 10].map((offset) => view.getUint16(assembly + offset, true));
}
/**
 * Columns of the tables before Assembly (ECMA-335, II.22): 2 and 4 are bytes; `s`, `g`, `b` places in the heaps of
 * strings, GUIDs and blobs; a number in brackets the row of that table; a name in brackets the row of one of several.
 */
const columns = [
    '2 s g g g',
    '[resolutionScope] s s',
    '4 s s [typeDefOrRef] [4] [6]',
    '[4]',
    '2 s b',
    '[6]',
    '4 2 2 s b [8]',
    '[8]',
    '2 2 s',
    '[2] [typeDefOrRef]',
    '[memberRefParent] s b',
    '2 [hasConstant] b',
    '[hasCustomAttribute] [customAttributeType] b',
    '[hasFieldMarshal] b',
    '2 [hasDeclSecurity] b',
    '2 4 [2]',
    '4 [4]',
    'b',
    '[2] [20]',
    '[20]',
    '2 s [typeDefOrRef]',
    '[2] [23]',
    '[23]',
    '2 s b',
    '2 [6] [hasSemantics]',
    '[2] [methodDefOrRef] [methodDefOrRef]',
    's',
    'b',
    '2 [memberForwarded] s [26]',
    '4 [4]',
    '4 4',
    '4',
];
/** The tables that an index of several can mean, in the order of their tags (ECMA-335, II.24.2.6). */
const choices = {
    typeDefOrRef: [2, 1, 27],
    hasConstant: [4, 8, 23],
    hasCustomAttribute: [6, 4, 1, 2, 8, 9, 10, 0, 14, 23, 20, 17, 26, 27, 32, 35, 38, 39, 40, 42, 44, 43],
    hasFieldMarshal: [4, 8],
    hasDeclSecurity: [2, 6, 32],
    memberRefParent: [2, 1, 26, 6, 27],
    hasSemantics: [20, 23],
    methodDefOrRef: [6, 10],
    memberForwarded: [4, 6],
    customAttributeType: [-1, -1, 6, 10, -1],
    resolutionScope: [0, 26, 35, 1],
};
function rowSize(table, count, rows, heapSizes) {
    if (count === 0) {
        return 0;
    }
    return columns[table].split(' ').reduce((sum, column) => sum + columnSize(column, rows, heapSizes), 0);
}
function columnSize(column, rows, heapSizes) {
    const heap = 'sgb'.indexOf(column);
    if (heap !== -1) {
        return (heapSizes & (1 << heap)) === 0 ? 2 : 4;
    }
    const [, table] = /^\[(\w+)\]$/.exec(column) ?? [];
    if (table === undefined) {
        return Number(column);
    }
    const among = choices[table] ?? [Number(table)];
    const tagBits = Math.ceil(Math.log2(among.length));
    const largest = Math.max(...among.map((one) => rows[one] ?? 0));
    return largest < 2 ** (16 - tagBits) ? 2 : 4;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/framework.ts
/** Stands for a group that names no framework. */
const anyFramework = { identifier: 'any', version: [0, 0, 0, 0], profile: '', portable: [] };
const longNames = {
    net: '.netframework',
    netframework: '.netframework',
    netstandard: '.netstandard',
    netcoreapp: '.netcoreapp',
    netportable: '.netportable',
    portable: '.netportable',
};
/** .NET Framework of the numbered portable profiles. */
const portableProfiles = Object.fromEntries(Object.entries({
    net40: '2 3 5 14 36 37 88 92 136 225 328',
    net403: '6 18 19 41 42 95 96 102 143 147 240 336',
    net45: '4 7 23 24 46 47 49 78 104 111 154 158 255 259 344',
    net451: '44 151',
}).flatMap(([name, numbers]) => numbers.split(' ').map((number) => [`profile${number}`, name])));
/**
 * A framework as folders (`net462`, `netstandard2.0`, `portable-net45+win8`), package manifests (`.NETFramework4.6.2`)
 * and projects (`.NETFramework,Version=v4.8`) write it. An unknown name gives a framework that nothing is compatible with.
 */
function parseFramework(written) {
    const text = written.trim().toLowerCase();
    if (text === '' || text === 'any') {
        return anyFramework;
    }
    const moniker = /^([^,]+),\s*version=v?([\d.]+)(?:,\s*profile=(.*))?$/.exec(text);
    const [, name = text, digits = '', profile = ''] = moniker ?? /^(\.?[a-z]+(?:\.[a-z]+)*)([\d.]*)(?:-(.*))?$/.exec(text) ?? [];
    const identifier = longNames[name.replace(/^\./, '')] ?? name;
    if (identifier === '.netportable') {
        return { ...anyFramework, identifier, profile, portable: portableFrameworks(profile) };
    }
    const version = versionOf(digits);
    if (identifier === '.netframework' && version[0] >= 5) {
        return { identifier: '.netcoreapp', version, profile: profile.replace(/[\d.]+$/, ''), portable: [] };
    }
    return { identifier, version, profile: profile === 'full' ? '' : profile, portable: [] };
}
/** `4.6.2`, or one digit for each number as in `462`. */
function versionOf(digits) {
    const numbers = (digits.includes('.') ? digits.split('.') : [...digits]).map(Number);
    return [0, 1, 2, 3].map((index) => numbers[index] ?? 0);
}
function portableFrameworks(profile) {
    const names = portableProfiles[profile] ?? profile;
    return names.split('+').map(parseFramework);
}
/** The frameworks of a list that a project of the target framework takes, the nearest first (packaging spec 12.5). */
function nearestFramework(target, offered) {
    return offered
        .map((framework) => ({ framework, distance: distance(target, framework) }))
        .filter(({ distance: numbers }) => numbers !== undefined)
        .sort((a, b) => compareNumbers(a.distance, b.distance))[0]?.framework;
}
function isSameFramework(a, b) {
    return a.identifier === b.identifier && a.profile === b.profile && compareNumbers(a.version, b.version) === 0;
}
/** Numbers by which nearer frameworks come first; undefined when the target cannot use it. */
function distance(target, offered) {
    const higherFirst = offered.version.map((number) => -number);
    if (offered.identifier === target.identifier && offered.identifier !== '.netportable') {
        const isUsable = compareNumbers(offered.version, target.version) <= 0 && isUsableProfile(target, offered.profile);
        const profileRank = offered.profile === target.profile ? 0 : offered.profile === '' ? 1 : 2;
        return isUsable ? [0, ...higherFirst, profileRank] : undefined;
    }
    if (offered.identifier === '.netstandard') {
        return compareNumbers(offered.version, standardOf(target)) <= 0 ? [1, ...higherFirst] : undefined;
    }
    if (offered.identifier === '.netportable') {
        const nearest = nearestFramework(target, offered.portable.filter(({ identifier }) => identifier === target.identifier));
        return nearest && [2, ...nearest.version.map((number) => -number), offered.portable.length];
    }
    return offered.identifier === 'any' ? [3] : undefined;
}
/** A full .NET Framework has all of the client profile; .NET for a platform has all of .NET. */
function isUsableProfile(target, profile) {
    return (profile === '' || profile === target.profile || (profile === 'client' && target.identifier === '.netframework'));
}
/** The newest .NET Standard that a framework implements; 0 when none. */
function standardOf({ identifier, version }) {
    const implemented = identifier === '.netframework'
        ? [
            ['4.6.1', '2.0'],
            ['4.6', '1.3'],
            ['4.5.1', '1.2'],
            ['4.5', '1.1'],
        ]
        : identifier === '.netcoreapp'
            ? [
                ['3.0', '2.1'],
                ['2.0', '2.0'],
                ['1.0', '1.6'],
            ]
            : [];
    const found = implemented.find(([since]) => compareNumbers(version, versionOf(since)) >= 0);
    return versionOf(found?.[1] ?? '0.0');
}
function compareNumbers(a, b) {
    for (const [index, number] of a.entries()) {
        const difference = number - (b[index] ?? 0);
        if (difference !== 0) {
            return difference;
        }
    }
    return 0;
}

;// CONCATENATED MODULE: ./src/packaging/script/framework-assemblies.ts
/** Assemblies of .NET Framework 4.8.1, which scripts reference by their bare name (packaging spec 10.2, appendix A). */
const names = `
Accessibility CustomMarshalers ISymWrapper Microsoft.Activities.Build Microsoft.Build Microsoft.Build.Conversion.v4.0
Microsoft.Build.Engine Microsoft.Build.Framework Microsoft.Build.Tasks.v4.0 Microsoft.Build.Utilities.v4.0
Microsoft.CSharp Microsoft.JScript Microsoft.VisualBasic Microsoft.VisualBasic.Compatibility
Microsoft.VisualBasic.Compatibility.Data Microsoft.VisualC Microsoft.VisualC.STLCLR Microsoft.Win32.Primitives
mscorlib netstandard PresentationBuildTasks PresentationCore PresentationFramework PresentationFramework.Aero
PresentationFramework.Aero2 PresentationFramework.AeroLite PresentationFramework.Classic PresentationFramework.Luna
PresentationFramework.Royale ReachFramework sysglobl System System.Activities System.Activities.Core.Presentation
System.Activities.DurableInstancing System.Activities.Presentation System.AddIn System.AddIn.Contract
System.AppContext System.Collections System.Collections.Concurrent System.Collections.NonGeneric
System.Collections.Specialized System.ComponentModel System.ComponentModel.Annotations
System.ComponentModel.Composition System.ComponentModel.Composition.Registration
System.ComponentModel.DataAnnotations System.ComponentModel.EventBasedAsync System.ComponentModel.Primitives
System.ComponentModel.TypeConverter System.Configuration System.Configuration.Install System.Console System.Core
System.Data System.Data.Common System.Data.DataSetExtensions System.Data.Entity System.Data.Entity.Design
System.Data.Linq System.Data.OracleClient System.Data.Services System.Data.Services.Client
System.Data.Services.Design System.Data.SqlXml System.Deployment System.Design System.Device
System.Diagnostics.Contracts System.Diagnostics.Debug System.Diagnostics.FileVersionInfo System.Diagnostics.Process
System.Diagnostics.StackTrace System.Diagnostics.TextWriterTraceListener System.Diagnostics.Tools
System.Diagnostics.TraceSource System.Diagnostics.Tracing System.DirectoryServices
System.DirectoryServices.AccountManagement System.DirectoryServices.Protocols System.Drawing System.Drawing.Design
System.Drawing.Primitives System.Dynamic System.Dynamic.Runtime System.EnterpriseServices
System.EnterpriseServices.Thunk System.EnterpriseServices.Wrapper System.Globalization System.Globalization.Calendars
System.Globalization.Extensions System.IdentityModel System.IdentityModel.Selectors System.IdentityModel.Services
System.IO System.IO.Compression System.IO.Compression.FileSystem System.IO.Compression.ZipFile System.IO.FileSystem
System.IO.FileSystem.DriveInfo System.IO.FileSystem.Primitives System.IO.FileSystem.Watcher System.IO.IsolatedStorage
System.IO.Log System.IO.MemoryMappedFiles System.IO.Pipes System.IO.UnmanagedMemoryStream System.Linq
System.Linq.Expressions System.Linq.Parallel System.Linq.Queryable System.Management
System.Management.Instrumentation System.Messaging System.Net System.Net.Http System.Net.Http.Rtc
System.Net.Http.WebRequest System.Net.NameResolution System.Net.NetworkInformation System.Net.Ping
System.Net.Primitives System.Net.Requests System.Net.Security System.Net.Sockets System.Net.WebHeaderCollection
System.Net.WebSockets System.Net.WebSockets.Client System.Numerics System.ObjectModel System.Printing
System.Reflection System.Reflection.Context System.Reflection.Emit System.Reflection.Emit.ILGeneration
System.Reflection.Emit.Lightweight System.Reflection.Extensions System.Reflection.Primitives System.Resources.Reader
System.Resources.ResourceManager System.Resources.Writer System.Runtime System.Runtime.Caching
System.Runtime.CompilerServices.VisualC System.Runtime.DurableInstancing System.Runtime.Extensions
System.Runtime.Handles System.Runtime.InteropServices System.Runtime.InteropServices.RuntimeInformation
System.Runtime.InteropServices.WindowsRuntime System.Runtime.Numerics System.Runtime.Remoting
System.Runtime.Serialization System.Runtime.Serialization.Formatters System.Runtime.Serialization.Formatters.Soap
System.Runtime.Serialization.Json System.Runtime.Serialization.Primitives System.Runtime.Serialization.Xml
System.Security System.Security.Claims System.Security.Cryptography.Algorithms System.Security.Cryptography.Csp
System.Security.Cryptography.Encoding System.Security.Cryptography.Primitives
System.Security.Cryptography.X509Certificates System.Security.Principal System.Security.SecureString
System.ServiceModel System.ServiceModel.Activation System.ServiceModel.Activities System.ServiceModel.Channels
System.ServiceModel.Discovery System.ServiceModel.Duplex System.ServiceModel.Http System.ServiceModel.NetTcp
System.ServiceModel.Primitives System.ServiceModel.Routing System.ServiceModel.Security System.ServiceModel.Web
System.ServiceProcess System.Speech System.Text.Encoding System.Text.Encoding.Extensions
System.Text.RegularExpressions System.Threading System.Threading.Overlapped System.Threading.Tasks
System.Threading.Tasks.Parallel System.Threading.Thread System.Threading.ThreadPool System.Threading.Timer
System.Transactions System.ValueTuple System.Web System.Web.Abstractions System.Web.ApplicationServices
System.Web.DataVisualization System.Web.DataVisualization.Design System.Web.DynamicData System.Web.DynamicData.Design
System.Web.Entity System.Web.Entity.Design System.Web.Extensions System.Web.Extensions.Design System.Web.Mobile
System.Web.RegularExpressions System.Web.Routing System.Web.Services System.Windows System.Windows.Controls.Ribbon
System.Windows.Forms System.Windows.Forms.DataVisualization System.Windows.Forms.DataVisualization.Design
System.Windows.Input.Manipulations System.Windows.Presentation System.Workflow.Activities
System.Workflow.ComponentModel System.Workflow.Runtime System.WorkflowServices System.Xaml System.Xml System.Xml.Linq
System.Xml.ReaderWriter System.Xml.Serialization System.Xml.XDocument System.Xml.XmlDocument System.Xml.XmlSerializer
System.Xml.XPath System.Xml.XPath.XDocument UIAutomationClient UIAutomationClientsideProviders UIAutomationProvider
UIAutomationTypes WindowsBase WindowsFormsIntegration XamlBuildTask
`;
const frameworkAssemblies = new Set(names
    .trim()
    .split(/\s+/)
    .map((name) => `${name}.dll`));
/** File names, in lower case, of what DataMiner references by itself (packaging spec 10.2). */
const defaultAssemblies = new Set('mscorlib Skyline.DataMiner.Storage.Types SLAnalyticsTypes SLLoggerUtil SLManagedAutomation SLNetTypes System System.Core System.Xml'
    .split(' ')
    .map((name) => `${name}.dll`.toLowerCase()));

;// CONCATENATED MODULE: ./src/packaging/nuget/nuget-version.ts
const pattern = /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
const maxNumber = 0x7fff_ffff;
/** @returns undefined for a text that is no version */
function parseVersion(written) {
    const text = written.trim();
    const [, main, labels] = pattern.exec(text) ?? [];
    const numbers = main?.split('.').map(Number) ?? [];
    if (main === undefined || numbers.some((number) => number > maxNumber)) {
        return undefined;
    }
    return { text, numbers: [0, 1, 2, 3].map((index) => numbers[index] ?? 0), labels: labels?.split('.') ?? [] };
}
/** The form that folders and addresses use: at least three numbers, the fourth unless it is zero, no leading zeros. */
function normalizedVersion({ numbers, labels }) {
    const shown = numbers[3] === 0 ? numbers.slice(0, 3) : numbers;
    return shown.join('.') + (labels.length === 0 ? '' : `-${labels.join('.')}`);
}
/** Order of versions: by number, a pre-release before its release, labels one by one; numeric labels before others. */
function compareVersions(a, b) {
    for (const [index, number] of a.numbers.entries()) {
        const difference = number - b.numbers[index];
        if (difference !== 0) {
            return difference;
        }
    }
    if (a.labels.length === 0 || b.labels.length === 0) {
        return b.labels.length - a.labels.length;
    }
    for (const [index, label] of a.labels.entries()) {
        const other = b.labels[index];
        const difference = other === undefined ? 1 : compareLabels(label, other);
        if (difference !== 0) {
            return difference;
        }
    }
    return a.labels.length - b.labels.length;
}
function compareLabels(a, b) {
    const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (isNumberA && isNumberB) {
        return Number(a) - Number(b);
    }
    return isNumberA === isNumberB ? compareIgnoringCase(a, b) : isNumberA ? -1 : 1;
}
/** Ordinal order of the upper-case forms, as .NET compares names without regard to case. */
function compareIgnoringCase(a, b) {
    const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
    return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/package-assemblies.ts





const dllImportFolder = `${dataMinerFolder}ProtocolScripts\\DllImport\\`;
const filesFolder = `${dataMinerFolder}Files\\`;
/** Packages whose DLLs are part of an installed solution (packaging spec 12.5). */
const installedAs = {
    'Skyline.DataMiner.Core.SRM': 'SRM\\SLSRMLibrary.dll',
    'Skyline.DataMiner.Core.SRM.Utils.Dijkstra': 'SRM\\SLDijkstraSearch.dll',
    'Skyline.DataMiner.Core.SRM.Utils.IAS': 'SRM\\Skyline.DataMiner.Core.SRM.Utils.IAS.dll',
};
const filesPrefix = 'Skyline.DataMiner.Files.';
const solutionPrefix = 'Skyline.DataMiner.Dev.Utils.';
/**
 * The DLLs of a package's `lib` folder that is nearest to a framework, in the order of their names (packaging spec 12.5).
 * @returns undefined when the package has libraries, but none for that framework
 */
async function assembliesOf(one, framework) {
    const library = await childNamed(one.folder, 'lib');
    if (library === undefined) {
        return (await childNamed(one.folder, 'ref')) || (await childNamed(one.folder, 'runtimes')) ? undefined : [];
    }
    const offered = (await folders(library)).map((name) => ({ name, framework: parseFramework(name) }));
    const nearest = nearestFramework(framework, offered.map((folder) => folder.framework));
    if (nearest === undefined) {
        return offered.length === 0 ? [] : undefined;
    }
    const paths = [];
    for (const { name } of offered.filter((folder) => isSameFramework(folder.framework, nearest))) {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(library, name), { withFileTypes: true });
        const dlls = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.dll'));
        paths.push(...dlls.map((entry) => ({ name, dll: entry.name })));
    }
    return paths
        .sort((a, b) => compareIgnoringCase(`${a.name}/${a.dll}`, `${b.name}/${b.dll}`))
        .map(({ name, dll }) => ({ dll, path: (0,external_node_path_.join)(library, name, dll), package: one, ...placeOf(one, name, dll) }));
}
/** Where a DLL is on a DataMiner System; ids are matched with case, the version is shown as written. */
function placeOf({ id, version }, folder, dll) {
    if (id.startsWith(filesPrefix)) {
        return { target: filesFolder + dll, isPackaged: false };
    }
    const installed = Object.hasOwn(installedAs, id) ? installedAs[id] : undefined;
    if (installed !== undefined) {
        return { target: dllImportFolder + installed, isPackaged: false };
    }
    if (id.startsWith(solutionPrefix)) {
        const name = id.slice(solutionPrefix.length);
        return { target: `${dllImportFolder}SolutionLibraries\\${name}\\${dll}`, isPackaged: false };
    }
    const place = `${id.toLowerCase()}\\${versionText(version.text)}\\lib\\${folder}\\`;
    return { target: dllImportFolder + place + dll, isPackaged: true };
}
/** Build metadata takes no part in the name of a folder. */
function versionText(text) {
    return text.split('+')[0].toLowerCase();
}
async function childNamed(folder, lowerName) {
    const name = (await folders(folder)).find((one) => one.toLowerCase() === lowerName);
    return name === undefined ? undefined : (0,external_node_path_.join)(folder, name);
}
async function folders(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    return entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
}

// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/index.js + 5 modules
var dist = __webpack_require__(7498);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlError.js
var XmlError = __webpack_require__(1952);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlElement.js
var XmlElement = __webpack_require__(5614);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlCdata.js
var XmlCdata = __webpack_require__(9447);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlText.js
var XmlText = __webpack_require__(8763);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlComment.js
var XmlComment = __webpack_require__(2795);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlDeclaration.js
var XmlDeclaration = __webpack_require__(7542);
// EXTERNAL MODULE: ./node_modules/@rgrove/parse-xml/dist/lib/XmlDocumentType.js
var XmlDocumentType = __webpack_require__(5953);
;// CONCATENATED MODULE: ./src/packaging/xml/parse-xml.ts



/** Far deeper than any real script or project, far from the end of the stack. */
const maxDepth = 200;
/**
 * Parses a document by the rules of XML 1.0, keeping all that is needed to write it back (packaging spec 9.1).
 * @param file how messages name the document
 * @throws PackagingError `malformed-xml`, with line and column; also for a DOCTYPE and for very deep nesting
 */
function parseXml(source, file) {
    const parsed = parsedBy(source, file);
    const children = [];
    let root;
    let end = 0;
    for (const node of parsed.children) {
        pushText(children, source.slice(end, node.start));
        const converted = convert(node, source, file, 1);
        children.push(converted);
        if (converted.kind === 'element') {
            root = converted;
        }
        end = node.end;
    }
    pushText(children, source.slice(end));
    return { children, root: root };
}
function parsedBy(source, file) {
    try {
        return dist/* parseXml */.NO(source, {
            includeOffsets: true,
            preserveCdata: true,
            preserveComments: true,
            preserveDocumentType: true,
            preserveXmlDeclaration: true,
        });
    }
    catch (error) {
        if (error instanceof RangeError) {
            throw tooDeep(file);
        }
        if (error instanceof XmlError/* XmlError */.G) {
            const what = error.message.split(/ \(line|\n/)[0] ?? '';
            throw new packaging_error/* PackagingError */.y('malformed-xml', `The XML is not well-formed: ${what}.`, {
                where: `${file}:${error.line}:${error.column}`,
                next: 'Correct the file; any XML editor shows the mistake.',
                cause: error,
            });
        }
        throw error;
    }
}
function convert(node, source, file, depth) {
    if (depth > maxDepth) {
        throw tooDeep(file);
    }
    const raw = source.slice(node.start, node.end);
    if (node instanceof XmlElement/* XmlElement */.W) {
        return {
            kind: 'element',
            name: node.name,
            attributes: attributesIn(raw, node.name.length + 1),
            children: convertAll(node.children, source, file, depth + 1),
            offset: node.start,
        };
    }
    if (node instanceof XmlCdata/* XmlCdata */.n) {
        return { kind: 'cdata', text: raw.slice('<![CDATA['.length, -']]>'.length), offset: node.start };
    }
    if (node instanceof XmlText/* XmlText */.Z) {
        return { kind: 'text', raw };
    }
    if (node instanceof XmlComment/* XmlComment */.d) {
        return { kind: 'comment', raw };
    }
    if (node instanceof XmlDeclaration/* XmlDeclaration */.M) {
        return { kind: 'declaration', attributes: attributesIn(raw, '<?xml'.length) };
    }
    if (node instanceof XmlDocumentType/* XmlDocumentType */.j) {
        throw new packaging_error/* PackagingError */.y('malformed-xml', 'The file has a DOCTYPE, which is not accepted.', {
            where: positionIn(file, source, node.start),
            next: 'Remove the DOCTYPE; scripts, projects and solutions need none.',
        });
    }
    return { kind: 'instruction', raw };
}
/** Neighbouring CDATA sections become one, so that a text split around its own end mark reads as one text again. */
function convertAll(nodes, source, file, depth) {
    const converted = [];
    for (const node of nodes) {
        const next = convert(node, source, file, depth);
        const last = converted.at(-1);
        if (next.kind === 'cdata' && last?.kind === 'cdata') {
            converted[converted.length - 1] = { ...last, text: last.text + next.text };
        }
        else {
            converted.push(next);
        }
    }
    return converted;
}
/** The parser has checked the tag already, so this need not. */
function attributesIn(tag, from) {
    const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
    attribute.lastIndex = from;
    const attributes = [];
    for (let match = attribute.exec(tag); match; match = attribute.exec(tag)) {
        attributes.push({ name: match[1], raw: (match[2] ?? match[3]) });
    }
    return attributes;
}
function pushText(children, raw) {
    if (raw !== '') {
        children.push({ kind: 'text', raw });
    }
}
function tooDeep(file) {
    return new packaging_error/* PackagingError */.y('malformed-xml', `The XML is nested deeper than ${maxDepth} elements.`, {
        where: file,
        next: 'Correct the file; no script or project is built like that.',
    });
}

;// CONCATENATED MODULE: ./src/packaging/xml/xml-node.ts
/** The name without its prefix. */
function localName(element) {
    return element.name.slice(element.name.indexOf(':') + 1);
}
/** Child elements, optionally only those whose local name is `name` in any case. */
function childElements(parent, name) {
    const wanted = name?.toLowerCase();
    return parent.children.filter((node) => node.kind === 'element' && (wanted === undefined || localName(node).toLowerCase() === wanted));
}
/** The decoded value of an attribute; names are matched with case. */
function attributeOf(element, name) {
    const attribute = element.attributes.find((candidate) => candidate.name === name);
    return attribute && decodeReferences(attribute.raw);
}
/** All text directly in an element, CDATA included, comments and elements left out; line ends normalised as XML asks. */
function textOf(element) {
    return element.children
        .map((node) => (node.kind === 'text' ? decodeReferences(node.raw) : node.kind === 'cdata' ? node.text : ''))
        .join('')
        .replace(/\r\n?/g, '\n');
}
const namedEntities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Decodes character references and the five named entities; the parser has refused everything else. */
function decodeReferences(raw) {
    return raw.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (reference, hex, decimal, name) => {
        if (name !== undefined) {
            return namedEntities[name] ?? reference;
        }
        return String.fromCodePoint(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16));
    });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/version-range.ts

/** @returns undefined for a text that is no range */
function parseRange(written) {
    const text = written.trim();
    if (/^[[(]/.test(text)) {
        return intervalIn(text);
    }
    const minimum = parseVersion(text);
    if (minimum !== undefined) {
        return { ...unbounded, text, minimum, isMinimumIncluded: true };
    }
    const floating = floatingIn(text);
    return floating && { ...unbounded, text, ...floating };
}
const unbounded = {
    minimum: undefined,
    isMinimumIncluded: false,
    maximum: undefined,
    isMaximumIncluded: false,
    floating: undefined,
};
function intervalIn(text) {
    const [, opening, lower = '', comma, upper = '', closing] = /^([[(])\s*([^,\s]*)\s*(,?)\s*([^,\s]*)\s*([\])])$/.exec(text) ?? [];
    if (opening === undefined) {
        return undefined;
    }
    const isMinimumIncluded = opening === '[';
    const isMaximumIncluded = closing === ']';
    if (comma === '') {
        const only = parseVersion(lower);
        const isExact = isMinimumIncluded && isMaximumIncluded && only !== undefined;
        return isExact
            ? { text, minimum: only, isMinimumIncluded, maximum: only, isMaximumIncluded, floating: undefined }
            : undefined;
    }
    const start = lower.includes('*') ? floatingIn(lower) : { minimum: parseVersion(lower), floating: undefined };
    const maximum = parseVersion(upper);
    const isMalformed = start === undefined ||
        (lower !== '' && start.minimum === undefined) ||
        (upper !== '' && maximum === undefined) ||
        (start.minimum !== undefined && maximum !== undefined && compareVersions(start.minimum, maximum) > 0);
    return isMalformed ? undefined : { text, ...start, isMinimumIncluded, maximum, isMaximumIncluded };
}
/** `*`, `1.*`, `1.2.*`, `1.0.0-*`, `1.0.0-beta.*`, `*-*`, `1.*-*` and `1.*-beta.*`. */
function floatingIn(text) {
    const [, numbersText = '', star, labelText] = /^((?:\d+\.){0,3}(?:\d+(?=-))?)(\*?)(?:-([0-9A-Za-z.-]*)\*)?$/.exec(text) ?? [];
    if (!text.includes('*') || (star === '' && labelText === undefined)) {
        return undefined;
    }
    const numbers = numbersText.split('.').filter(Boolean).map(Number);
    const isWhole = star === '';
    const labels = (labelText ?? '').split('.').filter(Boolean);
    const lowest = [0, 1, 2, 3].map((index) => numbers[index] ?? 0).join('.');
    const minimum = parseVersion(labelText === undefined ? lowest : `${lowest}-${labels.join('.').replace(/-$/, '') || 0}`);
    if (minimum === undefined) {
        return undefined;
    }
    const full = isWhole ? [0, 1, 2, 3].map((index) => numbers[index] ?? 0) : numbers;
    return { minimum, isMinimumIncluded: true, floating: { numbers: full, label: labelText } };
}
/** Whether a version lies within the bounds; of a floating range too. */
function isWithinRange(range, version) {
    const { minimum, isMinimumIncluded, maximum, isMaximumIncluded } = range;
    const aboveMinimum = minimum === undefined ? 1 : compareVersions(version, minimum);
    const belowMaximum = maximum === undefined ? 1 : compareVersions(maximum, version);
    return ((aboveMinimum > 0 || (aboveMinimum === 0 && isMinimumIncluded)) &&
        (belowMaximum > 0 || (belowMaximum === 0 && isMaximumIncluded)));
}
/** The version that is asked for when nothing more is known: one that is named and included (packaging spec 12.2). */
function namedVersion({ floating, minimum, isMinimumIncluded }) {
    return floating === undefined && isMinimumIncluded ? minimum : undefined;
}
/** The lowest version within the range, of a floating one the highest that begins as asked; releases before others. */
function bestVersion(range, versions) {
    const sorted = versions.filter((version) => isWithinRange(range, version)).sort(compareVersions);
    const { floating } = range;
    if (floating !== undefined) {
        return sorted.findLast((version) => matches(floating, version));
    }
    const asksForPreRelease = [range.minimum, range.maximum].some((bound) => bound && bound.labels.length > 0);
    return asksForPreRelease ? sorted[0] : (sorted.find(({ labels }) => labels.length === 0) ?? sorted[0]);
}
function matches({ numbers, label }, version) {
    const isRelease = version.labels.length === 0;
    const labels = version.labels.join('.').toLowerCase();
    return (numbers.every((number, index) => version.numbers[index] === number) &&
        (isRelease || (label !== undefined && labels.startsWith(label.toLowerCase()))));
}

;// CONCATENATED MODULE: ./src/packaging/nuget/package-manifest.ts






/**
 * Reads a package's manifest, whichever of the format's namespaces it uses.
 * @throws PackagingError `broken-package`, or `malformed-xml`
 */
async function readManifest(file) {
    const { root } = parseXml(await readTextFile(file, file, true), file);
    const metadata = childElements(root, 'metadata')[0];
    if (metadata === undefined) {
        throw broken('it has no metadata', file);
    }
    const text = (name) => childElements(metadata, name).map(textOf)[0]?.trim() ?? '';
    return {
        id: text('id'),
        version: text('version'),
        isDevelopmentDependency: text('developmentDependency').toLowerCase() === 'true',
        dependencyGroups: dependencyGroups(metadata, file),
        frameworkAssemblyGroups: frameworkAssemblyGroups(metadata),
    };
}
/** The items of the group that is nearest to a framework; none when no group fits (packaging spec 12.3). */
function nearestItems(groups, target) {
    const nearest = nearestFramework(target, groups.map(({ framework }) => framework));
    return groups.find(({ framework }) => framework === nearest)?.items ?? [];
}
/** Groups, or the flat list of old packages, which is for every framework. */
function dependencyGroups(metadata, file) {
    return childElements(metadata, 'dependencies').flatMap((list) => {
        const groups = childElements(list, 'group');
        const flat = childElements(list, 'dependency');
        return groups.length === 0
            ? [{ framework: anyFramework, items: flat.map((element) => dependency(element, file)) }]
            : groups.map((group) => ({
                framework: parseFramework(attributeOf(group, 'targetFramework') ?? ''),
                items: childElements(group, 'dependency').map((element) => dependency(element, file)),
            }));
    });
}
function dependency(element, file) {
    const id = attributeOf(element, 'id')?.trim() ?? '';
    const version = attributeOf(element, 'version') || '(,)';
    const range = parseRange(version);
    if (!isPackageId(id) || range === undefined) {
        throw broken(`it depends on '${id}' ${version}, which is no package and version`, file);
    }
    return { id, range };
}
/** Each assembly names its frameworks, or is for every one. */
function frameworkAssemblyGroups(metadata) {
    const groups = new Map();
    const elements = childElements(metadata, 'frameworkAssemblies').flatMap((list) => childElements(list, 'frameworkAssembly'));
    for (const element of elements) {
        const name = attributeOf(element, 'assemblyName')?.trim() ?? '';
        for (const framework of (attributeOf(element, 'targetFramework') ?? '').split(',')) {
            const key = framework.trim().toLowerCase();
            groups.set(key, [...(groups.get(key) ?? []), name]);
        }
    }
    return [...groups].map(([key, items]) => ({ framework: parseFramework(key), items }));
}
/** Whether a text can be the name of a package: it becomes part of addresses and folders. */
function isPackageId(id) {
    return /^[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*$/u.test(id) && id.length <= 100;
}
function broken(what, file) {
    return new packaging_error/* PackagingError */.y('broken-package', `The manifest of a NuGet package is wrong: ${what}.`, {
        where: file,
        next: 'Use another version of the package, or remove the folder of this one so that it is restored again.',
    });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/build-time-packages.ts
/** What the Automation dev pack stands for; DataMiner has these itself (packaging spec 12.2). */
const devPackFiles = [
    'protobufnet',
    'Skyline.DataMiner.Storage.Types',
    'SLLoggerUtil',
    'SLNetTypes',
    'SLProtoBufLibrary',
    'SLAnalyticsTypes',
    'SLManagedAutomation',
];
const devPacks = new Set(['Automation', 'Common', 'Protocol']
    .map((name) => `Skyline.DataMiner.Dev.${name}`)
    .concat(devPackFiles.map((name) => `Skyline.DataMiner.Files.${name}`))
    .map((id) => id.toLowerCase()));
/** Packages that by their name serve the build only: they need not even be restored. */
function isBuildTimePackage(id) {
    return isDevPack(id) || /\.analyzers?$/i.test(id);
}
/** Packages of the DataMiner dev packs, which bring nothing into a script. */
function isDevPack(id) {
    return devPacks.has(id.toLowerCase());
}

;// CONCATENATED MODULE: ./src/packaging/nuget/collect-packages.ts




/** Packages whose dependencies every DataMiner System with them has itself (packaging spec 12.3). */
const withoutDependencies = new Set([
    'Skyline.DataMiner.Core.SRM',
    'Skyline.DataMiner.Core.SRM.Utils.Dijkstra',
    'Skyline.DataMiner.Core.SRM.Utils.IAS',
]);
/**
 * All packages that the given ones need, themselves included, in depth-first order, each version once
 * (packaging spec 12.3). Downloads run side by side; the order and the first error do not depend on which ends first.
 * @param where who asks for the roots, for messages
 * @throws PackagingError for a package that cannot be restored, when all others have ended
 */
async function collectPackages(roots, framework, where, find) {
    const needs = new Map();
    const ended = [];
    const visit = (dependency, from) => {
        const visiting = visitOf(dependency, from);
        ended.push(visiting.catch(() => undefined));
        return visiting;
    };
    const visitOf = async ({ id, range }, from) => {
        const found = await find(id, range).catch((error) => {
            throw error instanceof packaging_error/* PackagingError */.y ? asked(error, from) : error;
        });
        const key = `${found.id}/${normalizedVersion(found.version)}`.toLowerCase();
        let needed = needs.get(key);
        if (needed === undefined) {
            const dependencies = dependenciesOf(found, framework);
            const through = `${where}, through ${found.id} ${found.version.text}`;
            // Not awaited here: packages may lead back to this one.
            needed = { dependencies, visits: dependencies.map((dependency) => visit(dependency, through)) };
            needs.set(key, needed);
        }
        return { key, found, needed };
    };
    const ordered = new Map();
    const order = async (visits) => {
        for (const visiting of visits) {
            const { key, found, needed } = await visiting;
            if (!ordered.has(key)) {
                ordered.set(key, { package: found, dependencies: needed.dependencies });
                await order(needed.visits);
            }
        }
    };
    try {
        await order(roots.map((root) => visit(root, where)));
        return [...ordered.values()];
    }
    finally {
        for (const visiting of ended) {
            await visiting;
        }
    }
}
function asked({ code, message, where, next, cause }, from) {
    return new packaging_error/* PackagingError */.y(code, message, { where: where ?? from, next, cause });
}
/** Packages for the build bring nothing along; files packages are DataMiner's own. */
function dependenciesOf({ id, manifest }, framework) {
    if (manifest.isDevelopmentDependency || withoutDependencies.has(id)) {
        return [];
    }
    return nearestItems(manifest.dependencyGroups, framework).filter((dependency) => !isDevPack(dependency.id) && !/^Skyline\.DataMiner\.Files\./i.test(dependency.id));
}

;// CONCATENATED MODULE: ./src/packaging/nuget/lock-file.ts



/**
 * The packages that a lock file fixes for a framework, by id in lower case.
 * @param shown how messages name the file
 * @throws PackagingError `malformed-project` for a file that is no lock file
 */
async function readLockFile(file, shown, framework) {
    const dependencies = field(parsed(await readTextFile(file, shown), shown), 'dependencies');
    const locked = new Map();
    for (const [name, packages] of Object.entries(dependencies ?? {})) {
        if (!isSameFramework(parseFramework(name), framework)) {
            continue;
        }
        for (const [id, one] of Object.entries(packages ?? {})) {
            const [version, contentHash] = [field(one, 'resolved'), field(one, 'contentHash')];
            if (typeof version === 'string') {
                locked.set(id.toLowerCase(), {
                    version,
                    contentHash: typeof contentHash === 'string' ? contentHash : undefined,
                });
            }
        }
    }
    return locked;
}
function parsed(text, shown) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new packaging_error/* PackagingError */.y('malformed-project', 'The lock file is no JSON.', {
            where: shown,
            next: 'Restore the solution again, or remove the file.',
            cause,
        });
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/resolve-packages.ts



/** A search that takes longer than this many steps has no answer that people would find either. */
const maxSteps = 100_000;
/**
 * Chooses one version of each package such that every range is met: of direct references the highest collected, of
 * others the lowest (packaging spec 12.4).
 * @param roots ids of the direct references
 * @throws PackagingError `package-conflict` when no choice meets all ranges, or packages need each other in a circle
 */
function resolvePackages(roots, collected) {
    const rootKeys = new Set(roots.map((id) => id.toLowerCase()));
    const candidates = new Map();
    for (const one of collected) {
        const key = keyOf(one);
        candidates.set(key, [...(candidates.get(key) ?? []), one]);
    }
    for (const [key, versions] of candidates) {
        versions.sort((a, b) => compareVersions(a.package.version, b.package.version) * (rootKeys.has(key) ? -1 : 1));
    }
    startAtHighestMinimum(rootKeys, candidates);
    const choice = search(rootKeys, candidates);
    const chosen = inDependencyOrder([...choice.values()]);
    return { chosen, remaining: collected.filter((one) => choice.get(keyOf(one)) !== one) };
}
/**
 * Moves the versions that minimums rule out behind the others, so that the search finds the usual answer, the highest of
 * all minimums, at once.
 */
function startAtHighestMinimum(roots, candidates) {
    for (let isChanged = true; isChanged;) {
        isChanged = false;
        for (const { dependencies } of reachable(roots, candidates)) {
            for (const { id, range } of dependencies) {
                const versions = candidates.get(id.toLowerCase()) ?? [];
                const isEnough = (one) => range.minimum === undefined || compareVersions(one.package.version, range.minimum) >= 0;
                const first = versions.findIndex(isEnough);
                if (first > 0) {
                    versions.push(...versions.splice(0, first));
                    isChanged = !roots.has(id.toLowerCase());
                }
            }
        }
    }
}
function reachable(roots, candidates) {
    const keys = new Set(roots);
    const found = [];
    for (const key of keys) {
        const first = candidates.get(key)?.[0];
        if (first !== undefined) {
            found.push(first);
            for (const { id } of first.dependencies) {
                keys.add(id.toLowerCase());
            }
        }
    }
    return found;
}
/** Tries the candidates in order, going back where ranges cannot be met. */
function search(roots, candidates) {
    let steps = 0;
    let conflict;
    const tried = (choice) => {
        const key = nextNeeded(roots, choice);
        if (key === undefined) {
            return choice;
        }
        for (const candidate of candidates.get(key) ?? []) {
            steps += 1;
            const problem = conflictOf(candidate, choice);
            conflict ??= problem;
            const found = problem === undefined ? tried(new Map(choice).set(key, candidate)) : undefined;
            if (found !== undefined || steps > maxSteps) {
                return found;
            }
        }
        return undefined;
    };
    const found = tried(new Map());
    if (found === undefined) {
        throw new packaging_error/* PackagingError */.y('package-conflict', `NuGet packages cannot be used together: ${conflict ?? 'there is no version of each that fits the others'}.`, { next: 'Reference versions of these packages that fit each other.' });
    }
    return found;
}
/** The next package that a chosen one needs and that is not chosen yet. */
function nextNeeded(roots, choice) {
    const needed = [...roots, ...[...choice.values()].flatMap(({ dependencies }) => dependencies.map(({ id }) => id))];
    return needed.map((id) => id.toLowerCase()).find((key) => !choice.has(key));
}
/** Why a candidate does not go with what is chosen; undefined when it does. */
function conflictOf(candidate, choice) {
    for (const other of choice.values()) {
        const refused = refusal(other, candidate) ?? refusal(candidate, other);
        if (refused !== undefined) {
            return refused;
        }
    }
    return undefined;
}
function refusal(asker, asked) {
    const range = rangeOn(asker, asked);
    return range === undefined || isWithinRange(range, asked.package.version)
        ? undefined
        : `${nameOf(asker)} needs ${asked.package.id} ${range.text}, but something else needs ${nameOf(asked)}`;
}
function rangeOn(asker, asked) {
    return asker.dependencies.find(({ id }) => id.toLowerCase() === keyOf(asked))?.range;
}
/** Again and again the smallest id of those whose dependencies are all placed (packaging spec 12.4). */
function inDependencyOrder(packages) {
    const placed = [];
    const left = new Map(packages.toSorted((a, b) => compareIgnoringCase(a.package.id, b.package.id)).map((one) => [keyOf(one), one]));
    while (left.size > 0) {
        const next = [...left.values()].find(({ dependencies }) => dependencies.every(({ id }) => !left.has(id.toLowerCase())));
        if (next === undefined) {
            throw new packaging_error/* PackagingError */.y('package-conflict', `NuGet packages need each other in a circle: ${[...left.values()].map(nameOf).join(', ')}.`, { next: 'Reference versions of these packages that do not depend on each other.' });
        }
        placed.push(next);
        left.delete(keyOf(next));
    }
    return placed;
}
function keyOf(one) {
    return one.package.id.toLowerCase();
}
function nameOf(one) {
    return `${one.package.id} ${one.package.version.text}`;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/project-packages.ts









/**
 * Restores the packages of a project and all that they need (packaging spec 12.2 to 12.4).
 * @param shown how messages name the project file
 * @throws PackagingError for a reference that cannot be understood, restored or met
 */
async function restoreProject(project, restorer, shown) {
    const framework = parseFramework(project.targetFramework);
    const locked = await lockedPackages(project, shown, framework);
    const roots = project.packageReferences
        .filter(({ id }) => !isBuildTimePackage(id))
        .map((reference) => rootOf(reference, locked, project, shown));
    const resolved = await restorePackages(roots, framework, shown, restorer);
    for (const one of [...resolved.chosen, ...resolved.remaining]) {
        checkLock(one.package, locked, shown);
    }
    return { ...resolved, framework, warnings: otherVersions(roots, resolved, project) };
}
/**
 * Restores packages and all that they need, and chooses one version of each.
 * @param where who asks for them, for messages
 * @throws PackagingError for a package that cannot be restored, or versions that do not go together
 */
async function restorePackages(roots, framework, where, restorer) {
    const collected = await collectPackages(roots, framework, where, (id, range) => restorer.find(id, range));
    return resolvePackages(roots.map(({ id }) => id), collected);
}
async function lockedPackages(project, shown, framework) {
    const shownFile = shown.replace(/[^/]*$/, 'packages.lock.json');
    return project.lockFile === undefined ? new Map() : readLockFile(project.lockFile, shownFile, framework);
}
/** A range or floating version is what the lock file fixed, if it did and the range still allows it. */
function rootOf({ id, version }, locked, project, shown) {
    const range = parseRange(version);
    if (!isPackageId(id)) {
        throw new packaging_error/* PackagingError */.y('package-not-restored', `Project ${project.name} references '${id}', which cannot be the id of a NuGet package.`, { where: shown, next: 'Correct the Include of the PackageReference.' });
    }
    if (range === undefined) {
        throw new packaging_error/* PackagingError */.y('package-not-restored', version === ''
            ? `Project ${project.name} references the NuGet package ${id} without a version.`
            : `Project ${project.name} references the NuGet package ${id} in version '${version}', which is no version or range.`, {
            where: shown,
            next: 'Give the reference a version such as 1.2.3, in the project or in Directory.Packages.props.',
        });
    }
    const fixed = parseVersion(locked.get(id.toLowerCase())?.version ?? '');
    const isOfUse = fixed !== undefined && namedVersion(range) === undefined && isWithinRange(range, fixed);
    return { id, range: (isOfUse ? parseRange(`[${fixed.text}]`) : undefined) ?? range };
}
/** @throws PackagingError `package-corrupt` when a package is not the one that the lock file was made with */
function checkLock(one, locked, shown) {
    const fixed = locked.get(one.id.toLowerCase());
    const version = fixed && parseVersion(fixed.version);
    const isFixed = version !== undefined && compareVersions(version, one.version) === 0;
    if (isFixed && fixed?.contentHash !== undefined && fixed.contentHash !== one.contentHash) {
        throw new packaging_error/* PackagingError */.y('package-corrupt', `The NuGet package ${one.id} ${one.version.text} from ${one.source} is not the one that packages.lock.json was made with: their content hashes differ.`, {
            where: shown,
            next: `Find out which of the two is right; then remove ${one.folder}, or restore the solution anew to write the lock file again.`,
        });
    }
}
/** Other packages may need another version than the project asks for (packaging spec 12.4). */
function otherVersions(roots, { chosen }, project) {
    return roots.flatMap(({ id, range }) => {
        const used = chosen.find((one) => one.package.id.toLowerCase() === id.toLowerCase())?.package.version;
        const asked = namedVersion(range);
        return used !== undefined && asked !== undefined && compareVersions(used, asked) !== 0
            ? [`Project ${project.name} references ${id} ${asked.text}, but ${used.text} is used: another package needs it.`]
            : [];
    });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/package-contribution.ts





/**
 * Restores the packages of a project and says what they bring into the script (packaging spec 12.5 and 12.6).
 * @param shown how messages name the project file
 * @throws PackagingError when a package cannot be restored
 */
async function packageContribution(project, restorer, shown) {
    const packages = await restoreProject(project, restorer, shown);
    const { framework, chosen, referenced, passedOver, warnings } = await chosenAssemblies(packages);
    const remaining = await assembliesIn(packages.remaining, packages, []);
    return {
        params: [
            ...framework.filter((dll) => !defaultAssemblies.has(dll.toLowerCase())),
            ...referenced.map(({ target }) => target),
            ...folderHints(referenced, [...passedOver, ...remaining]),
        ],
        dlls: new Set([
            ...chosen.map(({ dll }) => dll),
            ...framework,
            ...package_contribution_frameworkAssemblies(packages.remaining, packages),
        ]),
        assemblies: [...chosen, ...remaining].filter(({ isPackaged }) => isPackaged),
        warnings,
    };
}
/** The DLLs that restored packages have for the target framework, and which of them are referenced (packaging spec 12.5, 12.6). */
async function chosenAssemblies(packages) {
    const warnings = [...packages.warnings];
    const chosen = await assembliesIn(packages.chosen, packages, warnings);
    const named = await oneOfEachName(chosen, warnings);
    return { framework: package_contribution_frameworkAssemblies(packages.chosen, packages), chosen, ...named, warnings };
}
async function assembliesIn(packages, { framework }, warnings) {
    const assemblies = [];
    for (const { package: one } of packages.filter(({ package: { manifest } }) => !manifest.isDevelopmentDependency)) {
        const found = await assembliesOf(one, framework);
        if (found === undefined) {
            warnings.push(`The NuGet package ${one.id} ${one.version.text} has no library in its lib folder for the target framework: nothing of it is packaged.`);
        }
        assemblies.push(...(found ?? []));
    }
    return assemblies;
}
/** Assemblies of .NET Framework that packages ask for, each once. */
function package_contribution_frameworkAssemblies(packages, { framework }) {
    const names = packages
        .filter(({ package: { manifest } }) => !manifest.isDevelopmentDependency)
        .flatMap(({ package: { manifest } }) => nearestItems(manifest.frameworkAssemblyGroups, framework));
    return [...new Set(names.map((name) => `${name}.dll`))];
}
/**
 * Of DLLs of one name the one that the DataMiner System has itself is referenced, else that of the highest assembly
 * version, at the place of the first.
 */
async function oneOfEachName(assemblies, warnings) {
    const byName = new Map();
    for (const assembly of assemblies) {
        const key = assembly.dll.toLowerCase();
        byName.set(key, [...(byName.get(key) ?? []), assembly]);
    }
    const referenced = [];
    for (const named of byName.values()) {
        // DLLs of one package and one name have one place, so they are no rivals.
        const rivals = named.length > 1 ? await byPreference(named) : named;
        const best = rivals[0];
        referenced.push(best);
        if (!best.isPackaged && rivals.some(({ isPackaged }) => isPackaged)) {
            warnings.push(`${best.dll} is in ${rivals.map((one) => `${one.package.id} ${one.package.version.text}`).join(' and ')}; the one that the DataMiner System has, ${best.target}, is used.`);
        }
    }
    return { referenced, passedOver: assemblies.filter((assembly) => !referenced.includes(assembly)) };
}
async function byPreference(assemblies) {
    const measured = await Promise.all(assemblies.map(async (assembly) => ({ assembly, version: (await assemblyVersion(assembly.path)) ?? [] })));
    return measured
        .sort((a, b) => Number(a.assembly.isPackaged) - Number(b.assembly.isPackaged) || compareDescending(a.version, b.version))
        .map(({ assembly }) => assembly);
}
/** Four numbers; a DLL without a version comes last. */
function compareDescending(a, b) {
    for (const index of [0, 1, 2, 3]) {
        const difference = (b[index] ?? -1) - (a[index] ?? -1);
        if (difference !== 0) {
            return difference;
        }
    }
    return 0;
}
/**
 * DataMiner looks for assemblies beside those that are referenced, so each folder of a package of which nothing is
 * referenced gets one reference; other versions of referenced packages do not.
 */
function folderHints(referenced, others) {
    const ids = new Set(referenced.map((one) => one.package.id.toLowerCase()));
    const hints = [];
    for (const assembly of others.filter(({ isPackaged }) => isPackaged)) {
        const id = assembly.package.id.toLowerCase();
        if (!ids.has(id)) {
            ids.add(id);
            hints.push(assembly.target);
        }
    }
    return hints;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/installer-files.ts





/** The package that installs content on a DataMiner System, as the official packager of 2025 has it (packaging spec 14.6). */
const installerPackage = { id: 'Skyline.DataMiner.Core.AppPackageInstaller', version: '2.0.5' };
/** What DataMiner runs install scripts on. */
const targetFramework = parseFramework('net48');
/**
 * Restores what the install script needs: one package and its dependencies, all DLLs side by side.
 * @throws PackagingError `installer-missing`, saying which package could not be restored and why
 */
async function installerFiles(restorer) {
    const { id, version } = installerPackage;
    try {
        const roots = [{ id, range: parseRange(`[${version}]`) }];
        const resolved = await restorePackages(roots, targetFramework, `install script, ${id} ${version}`, restorer);
        const { framework, referenced } = await chosenAssemblies({ ...resolved, framework: targetFramework, warnings: [] });
        const libraries = referenced.map(({ dll, path }) => ({ name: dll, path }));
        return { libraries, references: [...framework, ...libraries.map(({ name }) => name)] };
    }
    catch (error) {
        if (!(error instanceof packaging_error/* PackagingError */.y)) {
            throw error;
        }
        throw new packaging_error/* PackagingError */.y('installer-missing', `The install script needs the NuGet package ${id} ${version} and its dependencies: ${error.message}`, {
            where: error.where,
            next: `${error.next} For a DataMiner System that installs packages without its own installer, set 'installer' to 'omit'.`,
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/packaging/nuget/http-failure.ts
/** A request that got no usable answer; the message says why and names no secret. */
class HttpFailure extends Error {
    status;
    isTransient;
    /** What the server asks to wait, in milliseconds. */
    retryAfter;
    constructor(message, { status, isTransient = false, retryAfter, cause } = {}) {
        super(message, { cause });
        this.status = status;
        this.isTransient = isTransient;
        this.retryAfter = retryAfter;
    }
}
/** @throws HttpFailure for an answer of another status, with what it says about a later time */
function requireStatus(response, expected) {
    const { statusCode: status } = response;
    if (status === expected) {
        return;
    }
    response.destroy();
    const isTransient = status === 408 || status === 429 || (status !== undefined && status >= 500);
    const seconds = Number(response.headers['retry-after']);
    const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
    throw new HttpFailure(`it answered ${status}`, { status, isTransient, retryAfter });
}
/** The download could not be written: no fault of the source. */
function isOfDisk(error) {
    const { code = '', syscall = '' } = error;
    return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO'].includes(code) || syscall === 'open';
}
/** What broke a request; of the network most things may be different the next time, but not a refusal or an unknown host. */
function asFailure(error) {
    if (error instanceof HttpFailure) {
        return error;
    }
    const { code = '', message, syscall } = error;
    const isOfNetwork = /^E(?:CONN|PIPE|TIMEDOUT|AI_AGAIN|HOSTUNREACH|NETUNREACH)|^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test(code);
    const isLasting = code === 'ECONNREFUSED';
    const place = syscall === undefined || isOfNetwork ? '' : ` (${syscall})`;
    return new HttpFailure(`${code || message}${place}`, { isTransient: isOfNetwork && !isLasting, cause: error });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/http-client.ts








const maxAttempts = 5;
const firstDelay = 500;
/** A server that asks for more patience than this, in milliseconds, has failed. */
const maxRetryAfter = 60_000;
const maxRedirects = 5;
const maxJsonBytes = 64 * 1024 * 1024;
const maxDownloadBytes = 1024 * 1024 * 1024;
/**
 * Reads from NuGet sources: repeats what failed for the moment, goes on with broken downloads, keeps credentials to their
 * origin. Node's own client is used rather than `fetch` because its agent takes the proxy from the environment it is given.
 */
class HttpClient {
    #settings;
    #http;
    #https;
    constructor(settings) {
        this.#settings = settings;
        const options = { keepAlive: true, maxSockets: 8, proxyEnv: settings.env };
        this.#http = new external_node_http_.Agent(options);
        this.#https = new external_node_https_.Agent(options);
    }
    /** Ends connections that are kept open for later requests. */
    close() {
        this.#http.destroy();
        this.#https.destroy();
    }
    /**
     * A JSON document; undefined when there is none at the address.
     * @throws HttpFailure
     */
    async json(url, access) {
        return this.#repeated(async () => {
            const response = await this.#get(url, { 'accept-encoding': 'gzip' }, access);
            if (response.statusCode === 404) {
                response.destroy();
                return undefined;
            }
            requireStatus(response, 200);
            const text = await http_client_textOf(response);
            try {
                return JSON.parse(text);
            }
            catch (cause) {
                throw new HttpFailure('its answer is no JSON', { status: 200, cause });
            }
        });
    }
    /**
     * Writes what is at an address to a file that does not exist yet. A download that breaks goes on where it stopped when
     * the server can do that, else it begins again.
     * @returns false when there is nothing at the address
     * @throws HttpFailure
     */
    async download(url, file, access) {
        let validator;
        return this.#repeated(async () => {
            const start = validator === undefined
                ? 0
                : await (0,promises_.stat)(file).then(({ size }) => size, () => 0);
            const headers = start > 0 && validator ? { range: `bytes=${start}-`, 'if-range': validator } : {};
            const response = await this.#get(url, headers, access);
            if (response.statusCode === 404) {
                response.destroy();
                return false;
            }
            const goesOn = response.statusCode === 206 && start > 0;
            if (goesOn && !response.headers['content-range']?.startsWith(`bytes ${start}-`)) {
                response.destroy();
                validator = undefined;
                throw new HttpFailure('it went on at the wrong place', { isTransient: true });
            }
            if (response.statusCode === 416) {
                validator = undefined;
                response.destroy();
                throw new HttpFailure('it cannot go on with a broken download', { isTransient: true });
            }
            requireStatus(response, goesOn ? 206 : 200);
            const { etag } = response.headers;
            validator = etag?.startsWith('"') ? etag : undefined;
            await writeBody(response, file, goesOn ? start : 0);
            return true;
        });
    }
    async #repeated(attempt) {
        const { signal, wait } = this.#settings;
        for (let tries = 1;; tries += 1) {
            try {
                return await attempt();
            }
            catch (error) {
                signal?.throwIfAborted();
                if (isOfDisk(error)) {
                    throw error;
                }
                const failure = asFailure(error);
                if (!failure.isTransient || tries === maxAttempts || (failure.retryAfter ?? 0) > maxRetryAfter) {
                    throw failure;
                }
                await wait(failure.retryAfter ?? firstDelay * 2 ** (tries - 1), signal);
            }
        }
    }
    async #get(url, headers, access) {
        let current = url;
        for (let hops = 0; hops <= maxRedirects; hops += 1) {
            const response = await this.#send(current, headers, access);
            const { location } = response.headers;
            if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0) || location === undefined) {
                return response;
            }
            response.destroy();
            const next = URL.parse(location, current);
            if (next === null || (current.startsWith('https:') && next.protocol !== 'https:')) {
                throw new HttpFailure('it redirects to an address that is not secure');
            }
            current = next.href;
        }
        throw new HttpFailure(`it redirects more than ${maxRedirects} times`);
    }
    #send(url, headers, access) {
        const { signal, silenceLimit } = this.#settings;
        const target = URL.parse(url);
        if (target === null || !isAllowed(target, access)) {
            throw new HttpFailure(`the address ${shownUrl(url)} is not one of https`);
        }
        const { credentials } = access;
        const authorization = credentials !== undefined && target.origin === access.origin
            ? {
                authorization: `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`,
            }
            : {};
        const isSecure = target.protocol === 'https:';
        const options = {
            agent: isSecure ? this.#https : this.#http,
            headers: { ...headers, ...authorization, 'user-agent': 'dataminer-deploy' },
            ...(signal === undefined ? {} : { signal }),
        };
        return new Promise((resolve, reject) => {
            const request = (isSecure ? external_node_https_.request : external_node_http_.request)(target, options, resolve);
            request.on('error', reject);
            request.setTimeout(silenceLimit, () => {
                request.destroy(new HttpFailure(`it said nothing for ${silenceLimit / 1000} seconds`, { isTransient: true }));
            });
            request.end();
        });
    }
}
/** An address for messages: without user information and query, which can hold secrets. */
function shownUrl(url) {
    const parsed = URL.parse(url);
    return parsed === null ? 'that is none' : parsed.origin + parsed.pathname;
}
/** Encrypted, or on this machine, or allowed by the configuration in so many words. */
function isAllowed(url, { allowsInsecureConnections }) {
    const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
    return url.protocol === 'https:' || (url.protocol === 'http:' && (isLoopback || allowsInsecureConnections));
}
async function http_client_textOf(response) {
    const isPacked = response.headers['content-encoding'] === 'gzip';
    const chunks = [];
    let size = 0;
    const collect = async (body) => {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > maxJsonBytes) {
                throw new HttpFailure(`its answer is larger than ${maxJsonBytes} bytes`);
            }
            chunks.push(chunk);
        }
    };
    await (isPacked ? (0,external_node_stream_promises_.pipeline)(response, (0,external_node_zlib_.createGunzip)(), collect) : (0,external_node_stream_promises_.pipeline)(response, collect));
    return Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\ufeff/, '');
}
async function writeBody(response, file, start) {
    let size = start;
    const bounded = new external_node_stream_.Transform({
        transform(chunk, _, done) {
            size += chunk.length;
            done(size > maxDownloadBytes ? new HttpFailure(`the package is larger than ${maxDownloadBytes} bytes`) : null, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)(response, bounded, (0,external_node_fs_.createWriteStream)(file, start > 0 ? { flags: 'r+', start } : { flags: 'w' }));
}

;// CONCATENATED MODULE: ./src/packaging/nuget/feed-source.ts




/** Newer kinds of registrations know more versions. */
const registrationTypes = ['/3.6.0', '/3.4.0', '/3.0.0-rc', '/3.0.0-beta', ''].map((type) => `RegistrationsBaseUrl${type}`);
/** A feed of the third version of NuGet's protocol. */
class FeedSource {
    name;
    location;
    #url;
    #http;
    #source;
    #knownAccess;
    #addresses;
    constructor(source, http) {
        const url = URL.parse(source.location);
        this.name = source.name;
        this.location = shownUrl(source.location);
        this.#url = url === null ? source.location : `${url.origin}${url.pathname}${url.search}`;
        this.#source = source;
        this.#http = http;
    }
    async versions(id) {
        return this.#asked(async () => {
            const { packages } = await this.#feed();
            const index = await this.#http.json(`${packages}${pathOf(id)}/index.json`, this.#access);
            return listIn(index, 'versions').flatMap((text) => (typeof text === 'string' ? (parseVersion(text) ?? []) : []));
        });
    }
    async download(id, version, file) {
        return this.#asked(async () => {
            const { packages, registrations } = await this.#feed();
            const [lowerId, lowerVersion] = [pathOf(id), pathOf(normalizedVersion(version))];
            const url = `${packages}${lowerId}/${lowerVersion}/${lowerId}.${lowerVersion}.nupkg`;
            if (!(await this.#http.download(url, file, this.#access))) {
                return undefined;
            }
            return { sha512: registrations && (await this.#hashOf(`${registrations}${lowerId}/index.json`, version)) };
        });
    }
    /** User information in an address would end up in messages; it is sent as every other credential is. */
    get #access() {
        const { location, credentials, allowsInsecureConnections } = this.#source;
        const url = URL.parse(location);
        this.#knownAccess ??= {
            origin: url?.origin ?? '',
            credentials: credentials() ??
                (url?.username ? { username: decoded(url.username), password: decoded(url.password) } : undefined),
            allowsInsecureConnections,
        };
        return this.#knownAccess;
    }
    #feed() {
        this.#addresses ??= this.#readServiceIndex();
        return this.#addresses;
    }
    async #readServiceIndex() {
        const index = await this.#http.json(this.#url, this.#access);
        const resources = new Map();
        for (const resource of listIn(index, 'resources')) {
            const [type, address] = [feed_source_field(resource, '@type'), feed_source_field(resource, '@id')];
            for (const one of [type].flat()) {
                if (typeof address === 'string' && !resources.has(one)) {
                    resources.set(one, address.replace(/\/*$/, '/'));
                }
            }
        }
        const packages = resources.get('PackageBaseAddress/3.0.0');
        if (packages === undefined) {
            throw new HttpFailure('it has no service index of protocol version 3 with a package base address');
        }
        const registrations = registrationTypes.map((type) => resources.get(type)).find((address) => address !== undefined);
        return { packages, registrations };
    }
    /**
     * SHA-512 of a package as the feed's registration, or the catalog entry that it names, tells it. Many feeds do not tell
     * it; then it is undefined.
     */
    async #hashOf(index, version) {
        const isWanted = (text) => {
            const parsed = typeof text === 'string' ? parseVersion(text) : undefined;
            return parsed !== undefined && compareVersions(parsed, version) === 0;
        };
        for (const page of listIn(await this.#http.json(index, this.#access), 'items')) {
            if (!isOnPage(page, version)) {
                continue;
            }
            const address = feed_source_field(page, '@id');
            const items = feed_source_field(page, 'items') ?? (await this.#document(address).then((full) => feed_source_field(full, 'items')));
            for (const leaf of Array.isArray(items) ? items : []) {
                const entry = feed_source_field(leaf, 'catalogEntry');
                if (isWanted(feed_source_field(entry, 'version'))) {
                    return hashIn(entry) ?? hashIn(await this.#document(feed_source_field(entry, '@id')));
                }
            }
        }
        return undefined;
    }
    /** A document that an answer points to; undefined when it cannot be had, but for a server that fails for the moment. */
    async #document(address) {
        const url = typeof address === 'string' ? URL.parse(address) : null;
        if (url === null || !isAllowed(url, this.#access)) {
            return undefined;
        }
        return this.#http.json(url.href, this.#access).catch((error) => {
            if (error instanceof HttpFailure && !error.isTransient) {
                return undefined;
            }
            throw error;
        });
    }
    async #asked(question) {
        try {
            return await question();
        }
        catch (error) {
            if (!(error instanceof HttpFailure)) {
                throw error;
            }
            const isRefused = error.status === 401 || error.status === 403;
            throw new packaging_error/* PackagingError */.y('nuget-source-failed', `The NuGet source ${this.name} (${this.location}) failed: ${error.message}.`, {
                next: isRefused
                    ? `Give its credentials in NuGet.config (packageSourceCredentials, with a placeholder such as %NUGET_PASSWORD%), or check that they are still valid.`
                    : 'Check the address and the network (proxies come from HTTPS_PROXY and NO_PROXY), or run the job again later.',
                cause: error,
            });
        }
    }
}
/** A percent sign that stands for itself is taken as it is. */
function decoded(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
        try {
            return decodeURIComponent(escaped);
        }
        catch {
            return escaped;
        }
    });
}
function pathOf(text) {
    return encodeURIComponent(text.toLowerCase());
}
function isOnPage(page, version) {
    const bound = (name) => {
        const text = feed_source_field(page, name);
        return typeof text === 'string' ? parseVersion(text) : undefined;
    };
    const [lower, upper] = [bound('lower'), bound('upper')];
    return ((lower === undefined || compareVersions(lower, version) <= 0) &&
        (upper === undefined || compareVersions(version, upper) <= 0));
}
function hashIn(entry) {
    const [hash, algorithm] = [feed_source_field(entry, 'packageHash'), feed_source_field(entry, 'packageHashAlgorithm') ?? 'SHA512'];
    const isKnown = typeof algorithm === 'string' && /^sha-?512$/i.test(algorithm);
    return typeof hash === 'string' && isKnown ? hash : undefined;
}
function feed_source_field(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function listIn(value, name) {
    const list = feed_source_field(value, name);
    return Array.isArray(list) ? list : [];
}

;// CONCATENATED MODULE: ./src/packaging/nuget/folder-source.ts





/** A folder of packages: `ID.VERSION.nupkg` side by side, or `ID/VERSION/ID.VERSION.nupkg` as `nuget init` lays them out. */
class FolderSource {
    name;
    location;
    constructor(name, folder) {
        this.name = name;
        this.location = folder;
    }
    async versions(id) {
        return (await this.#files(id)).map(({ version }) => version);
    }
    async download(id, version, file) {
        const found = (await this.#files(id)).find((one) => compareVersions(one.version, version) === 0);
        if (found === undefined) {
            return undefined;
        }
        try {
            await (0,promises_.copyFile)(found.path, file);
            const sha512 = await (0,promises_.readFile)(`${found.path}.sha512`, 'utf8').catch(() => undefined);
            return { sha512: sha512?.trim() };
        }
        catch (cause) {
            throw this.#failure(`${found.path} cannot be copied (${cause.code})`, cause);
        }
    }
    async #files(id) {
        const names = await (0,promises_.readdir)(this.location).catch((cause) => {
            throw this.#failure(`the folder cannot be read (${cause.code})`, cause);
        });
        const flat = names.flatMap((name) => {
            const version = versionInName(name, id);
            return version === undefined ? [] : [{ path: (0,external_node_path_.join)(this.location, name), version }];
        });
        const own = names.filter((name) => name.toLowerCase() === id.toLowerCase());
        return [...flat, ...(await Promise.all(own.map((name) => this.#nested((0,external_node_path_.join)(this.location, name), id)))).flat()];
    }
    async #nested(folder, id) {
        const found = [];
        for (const name of await (0,promises_.readdir)(folder).catch(() => [])) {
            const version = parseVersion(name);
            const path = (0,external_node_path_.join)(folder, name, `${id}.${name}.nupkg`.toLowerCase());
            if (version !== undefined && (await (0,files_paths/* isFile */.fo)(path))) {
                found.push({ path, version });
            }
        }
        return found;
    }
    #failure(why, cause) {
        return new packaging_error/* PackagingError */.y('nuget-source-failed', `The NuGet source ${this.name} (${this.location}) failed: ${why}.`, {
            next: 'Correct or remove the source in NuGet.config, or give another one.',
            cause,
        });
    }
}
/** The version in `ID.VERSION.nupkg`; undefined for packages of other ids. */
function versionInName(name, id) {
    const lower = name.toLowerCase();
    const start = `${id.toLowerCase()}.`;
    return lower.startsWith(start) && lower.endsWith('.nupkg')
        ? parseVersion(name.slice(start.length, -'.nupkg'.length))
        : undefined;
}

// EXTERNAL MODULE: ./src/packaging/dmapp/archive.ts
var dmapp_archive = __webpack_require__(9492);
;// CONCATENATED MODULE: ./src/packaging/nuget/content-hash.ts




const signatureName = '.signature.p7s';
const endMark = 0x06054b50;
const recordMark = 0x02014b50;
const endSize = 22;
/** SHA-512 of a file in base64. */
async function sha512Of(file) {
    const hash = (0,external_node_crypto_.createHash)('sha512');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('base64');
}
/**
 * SHA-512, in base64, of a package as it was before it was signed: what NuGet writes into lock files and `.nupkg.metadata`.
 * The zip file is hashed as it would be without the entry of the signature.
 * @returns undefined for a package that is not signed: there it is the hash of the whole file
 * @throws RangeError for a file that is no zip file
 */
async function contentHash(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const { end, endOffset } = await endOf(handle);
        const directoryOffset = end.readUInt32LE(16);
        const directory = await bytesAt(handle, directoryOffset, end.readUInt32LE(12));
        const records = recordsIn(directory);
        const signature = records.find(({ name }) => name === signatureName);
        return signature && (await hashWithout(signature, { file, end, endOffset, directory, directoryOffset, records }));
    }
    finally {
        await handle.close();
    }
}
async function hashWithout(signature, parts) {
    const { file, end, endOffset, directory, directoryOffset, records } = parts;
    const hash = (0,external_node_crypto_.createHash)('sha512');
    const next = Math.min(...records.map(({ offset }) => offset).filter((offset) => offset > signature.offset), directoryOffset);
    const signatureSize = next - signature.offset;
    await hashRange(hash, file, 0, signature.offset);
    await hashRange(hash, file, next, directoryOffset);
    for (const record of records.filter((one) => one !== signature)) {
        const bytes = Buffer.from(directory.subarray(record.position, record.position + record.size));
        bytes.writeUInt32LE(record.offset > signature.offset ? record.offset - signatureSize : record.offset, 42);
        hash.update(bytes);
    }
    await hashRange(hash, file, directoryOffset + directory.length, endOffset);
    const shortened = Buffer.from(end);
    shortened.writeUInt16LE(end.readUInt16LE(8) - 1, 8);
    shortened.writeUInt16LE(end.readUInt16LE(10) - 1, 10);
    shortened.writeUInt32LE(end.readUInt32LE(12) - signature.size, 12);
    shortened.writeUInt32LE(directoryOffset - signatureSize, 16);
    return hash.update(shortened).digest('base64');
}
async function hashRange(hash, file, start, end) {
    if (end > start) {
        for await (const chunk of (0,external_node_fs_.createReadStream)(file, { start, end: end - 1 })) {
            hash.update(chunk);
        }
    }
}
/** The end record, comment included. */
async function endOf(handle) {
    const { size } = await handle.stat();
    const tail = await bytesAt(handle, Math.max(0, size - endSize - 0xffff), Math.min(size, endSize + 0xffff));
    for (let position = tail.length - endSize; position >= 0; position -= 1) {
        if (tail.readUInt32LE(position) === endMark) {
            return { end: tail.subarray(position), endOffset: size - tail.length + position };
        }
    }
    throw new RangeError('The file has no end record of a zip file.');
}
async function bytesAt(handle, position, length) {
    if (length > (await handle.stat()).size) {
        throw new RangeError('The zip file names a part that is larger than itself.');
    }
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, position);
    return bytes.subarray(0, bytesRead);
}
function recordsIn(directory) {
    const records = [];
    for (let position = 0; position < directory.length;) {
        if (directory.readUInt32LE(position) !== recordMark) {
            throw new RangeError('The directory of the zip file is broken.');
        }
        const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((at) => directory.readUInt16LE(position + at));
        const size = 46 + nameLength + extraLength + commentLength;
        const name = directory.toString('utf8', position + 46, position + 46 + nameLength);
        records.push({ name, position, size, offset: directory.readUInt32LE(position + 42) });
        position += size;
    }
    return records;
}

;// CONCATENATED MODULE: ./src/packaging/nuget/unpack-package.ts










/**
 * Unpacks a package file into an empty folder as NuGet does, its own marks included, so that NuGet takes the folder as
 * its own. The package file itself is moved there too.
 * @throws PackagingError `package-corrupt` for a package that is not what it should be, or that could do harm
 */
async function unpackPackage(file, folder, expected) {
    const sha512 = await sha512Of(file);
    if (expected.sha512 !== undefined && expected.sha512 !== sha512) {
        throw corrupt('its SHA-512 is not the one that the source tells', expected);
    }
    await unpack(file, folder, expected).catch((error) => {
        const isOfArchive = error instanceof packaging_error/* PackagingError */.y && error.code === 'broken-package';
        throw isOfArchive ? corrupt(error.message.replace(/^The package is refused: |\.+$/g, ''), expected, error) : error;
    });
    await checkIdentity((0,external_node_path_.join)(folder, `${expected.id.toLowerCase()}.nuspec`), expected);
    const hash = (await contentHash(file)) ?? sha512;
    const name = `${expected.id}.${normalizedVersion(expected.version)}.nupkg`.toLowerCase();
    await (0,promises_.rename)(file, (0,external_node_path_.join)(folder, name));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${name}.sha512`), sha512);
    const metadata = { version: 2, contentHash: hash, source: expected.source };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.nupkg.metadata'), `${JSON.stringify(metadata, undefined, 2)}`);
}
async function unpack(file, folder, expected) {
    const archive = await dmapp_archive/* Archive */.T.open(file);
    try {
        const names = new Set();
        for (const entry of archive.entries) {
            const name = isManifest(entry.name) ? `${expected.id.toLowerCase()}.nuspec` : unpack_package_decoded(entry.name);
            if (isOfContainer(name)) {
                continue;
            }
            const problem = (0,entry_name/* entryNameProblem */.j)(name) ?? (names.has(name.toLowerCase()) ? 'occurs twice' : undefined);
            if (problem !== undefined) {
                throw corrupt(`the entry '${name}' ${problem}`, expected);
            }
            names.add(name.toLowerCase());
            const target = (0,external_node_path_.join)(folder, ...name.split('\\'));
            try {
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
                await (0,external_node_stream_promises_.pipeline)(await archive.read(entry.name), (0,external_node_fs_.createWriteStream)(target, { flags: 'wx' }));
            }
            catch (error) {
                const isClash = ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '');
                throw isClash ? corrupt(`the entry '${name}' is both a file and a folder`, expected, error) : error;
            }
        }
    }
    finally {
        archive.close();
    }
}
function isManifest(name) {
    return /^[^\\]+\.nuspec$/i.test(name);
}
/** Parts of the container format, which NuGet leaves out, and its marks, which it writes itself. */
function isOfContainer(name) {
    return /^(?:_rels\\|package\\|\[content_types\]\.xml$|\.nupkg\.metadata$|[^\\]+\.nupkg(?:\.sha512)?$)/i.test(name);
}
/** Names in the container are parts of addresses: a blank is written `%20`. */
function unpack_package_decoded(name) {
    try {
        return decodeURIComponent(name).replaceAll('/', '\\');
    }
    catch {
        return name;
    }
}
async function checkIdentity(file, expected) {
    const { id, version } = await readManifest(file).catch((cause) => {
        throw corrupt('it has no manifest that can be read', expected, cause);
    });
    const found = parseVersion(version);
    const isExpected = id.toLowerCase() === expected.id.toLowerCase() &&
        found !== undefined &&
        compareVersions(found, expected.version) === 0;
    if (!isExpected) {
        throw corrupt(`its manifest says that it is ${id} ${version}`, expected);
    }
}
function corrupt(why, { id, version, source }, cause) {
    return new packaging_error/* PackagingError */.y('package-corrupt', `The NuGet package ${id} ${version.text} from ${source} is refused: ${why}.`, { next: 'Run the job again; if it stays so, ask whoever runs the source, or use another version.', cause });
}

;// CONCATENATED MODULE: ./src/packaging/nuget/global-packages.ts







/** NuGet's mark of a folder that is complete; it is written last. */
const mark = '.nupkg.metadata';
const temporaryPrefix = '.restore-';
/** No restore takes as long, in milliseconds. */
const abandonedAfter = 24 * 60 * 60 * 1000;
/** NuGet's global packages folder (packaging spec 12.1): shared by every project, and by every process, of a user. */
class GlobalPackages {
    folder;
    #cleaning;
    constructor(folder) {
        this.folder = folder;
    }
    /** A package that is there completely; undefined otherwise. */
    async find(id, version) {
        const folder = this.#folderOf(id, version);
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, mark), 'utf8').catch(() => undefined);
        if (text === undefined) {
            return undefined;
        }
        const manifest = await readManifest((0,external_node_path_.join)(folder, `${id.toLowerCase()}.nuspec`));
        return { id, version, folder, manifest, ...marked(text, this.folder) };
    }
    /** The versions of a package that are there. */
    async versions(id) {
        const folder = (0,external_node_path_.join)(this.folder, id.toLowerCase());
        const found = [];
        for (const name of await (0,promises_.readdir)(folder).catch(() => [])) {
            const version = parseVersion(name);
            const isComplete = await (0,promises_.access)((0,external_node_path_.join)(folder, name, mark)).then(() => true, () => false);
            if (version !== undefined && isComplete) {
                found.push(version);
            }
        }
        return found;
    }
    /**
     * Brings a package from a source. It appears at once and complete, or not at all; when another process was faster, its
     * work is kept.
     * @returns false when the source does not have that version
     * @throws PackagingError `nuget-source-failed`, `package-corrupt`, `output-not-writable` or `disk-full`
     */
    async add(id, version, source) {
        const temporary = await this.#temporaryFolder();
        try {
            const file = (0,external_node_path_.join)(temporary, 'package');
            const downloaded = await source.download(id, version, file);
            if (downloaded === undefined) {
                return false;
            }
            const content = (0,external_node_path_.join)(temporary, 'content');
            await (0,promises_.mkdir)(content);
            await unpackPackage(file, content, { id, version, source: source.location, sha512: downloaded.sha512 });
            await this.#publish(content, this.#folderOf(id, version), temporary);
            return true;
        }
        catch (error) {
            throw this.#asPackagingError(error);
        }
        finally {
            await (0,promises_.rm)(temporary, { recursive: true, force: true });
        }
    }
    async #publish(content, target, temporary) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(target, '..'), { recursive: true });
        for (;;) {
            try {
                await (0,promises_.rename)(content, target);
                return;
            }
            catch (error) {
                const { code = '' } = error;
                if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(code)) {
                    throw error;
                }
                if (await (0,promises_.access)((0,external_node_path_.join)(target, mark)).then(() => true, () => false)) {
                    return;
                }
                // Left behind by somebody who did not finish: out of the way, and the next try.
                await (0,promises_.rename)(target, (0,external_node_path_.join)(temporary, (0,external_node_crypto_.randomUUID)())).catch(() => {
                    throw error;
                });
            }
        }
    }
    async #temporaryFolder() {
        try {
            await (0,promises_.mkdir)(this.folder, { recursive: true });
            const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.folder, temporaryPrefix));
            this.#cleaning ??= removeAbandoned(this.folder, temporary);
            await this.#cleaning;
            return temporary;
        }
        catch (error) {
            throw this.#asPackagingError(error);
        }
    }
    #asPackagingError(error) {
        const { code = '', syscall } = error;
        if (syscall === undefined) {
            return error;
        }
        const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
        return new packaging_error/* PackagingError */.y(isFull ? 'disk-full' : 'output-not-writable', `NuGet's global packages folder ${this.folder} cannot be written to (${code}).`, {
            next: isFull
                ? 'Free space on that disk, or set NUGET_PACKAGES to a folder on another one.'
                : 'Set NUGET_PACKAGES to a folder that may be written to.',
            cause: error,
        });
    }
    #folderOf(id, version) {
        return (0,external_node_path_.join)(this.folder, id.toLowerCase(), normalizedVersion(version).toLowerCase());
    }
}
/** Removes what processes left behind that were killed; the age is that which the file system tells. */
async function removeAbandoned(folder, fresh) {
    const { mtimeMs: now } = await (0,promises_.stat)(fresh);
    for (const name of (await (0,promises_.readdir)(folder)).filter((one) => one.startsWith(temporaryPrefix))) {
        const path = (0,external_node_path_.join)(folder, name);
        const { mtimeMs } = await (0,promises_.stat)(path).catch(() => ({ mtimeMs: now }));
        if (now - mtimeMs > abandonedAfter) {
            await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined); // another process may be at it
        }
    }
}
/** What the mark of a package says. */
function marked(text, folder) {
    try {
        const { source, contentHash } = JSON.parse(text);
        return {
            source: typeof source === 'string' ? source : folder,
            contentHash: typeof contentHash === 'string' ? contentHash : undefined,
        };
    }
    catch {
        return { source: folder, contentHash: undefined }; // older than the hash in it
    }
}

;// CONCATENATED MODULE: ./src/packaging/nuget/config-files.ts



/**
 * The files of NuGet's configuration, the farthest first: machine, user, then each folder down to the given one.
 * @param folder where the solution lies
 */
async function configurationFiles(folder, { env, home, platform }) {
    const near = [];
    for (let current = (0,external_node_path_.resolve)(folder);; current = (0,external_node_path_.dirname)(current)) {
        near.unshift(...(await firstOf(['nuget.config', 'NuGet.config', 'NuGet.Config'].map((name) => (0,external_node_path_.join)(current, name)))));
        if (current === (0,external_node_path_.dirname)(current)) {
            break;
        }
    }
    const userFolders = platform === 'win32'
        ? [(0,external_node_path_.join)(env.APPDATA || (0,external_node_path_.join)(home, 'AppData', 'Roaming'), 'NuGet')]
        : [(0,external_node_path_.join)(home, '.nuget', 'NuGet'), (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'NuGet')];
    const user = [];
    for (const userFolder of userFolders) {
        user.push(...(await configsIn((0,external_node_path_.join)(userFolder, 'config'))), ...(await firstOf([(0,external_node_path_.join)(userFolder, 'NuGet.Config')])));
    }
    const machine = await configsIn((0,external_node_path_.join)(machineFolder(env, platform), 'NuGet', 'Config'));
    return [...new Set([...machine, ...user, ...near])];
}
function machineFolder(env, platform) {
    if (env.NUGET_COMMON_APPLICATION_DATA) {
        return env.NUGET_COMMON_APPLICATION_DATA;
    }
    switch (platform) {
        case 'win32':
            return env['ProgramFiles(x86)'] || env.ProgramFiles || 'C:\\Program Files (x86)';
        case 'darwin':
            return '/Library/Application Support';
        default:
            return '/etc/opt';
    }
}
async function firstOf(files) {
    for (const file of files) {
        if (await (0,files_paths/* isFile */.fo)(file)) {
            return [file];
        }
    }
    return [];
}
async function configsIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names
        .filter((name) => /\.config$/i.test(name))
        .sort()
        .reverse()
        .map((name) => (0,external_node_path_.join)(folder, name));
}

;// CONCATENATED MODULE: ./src/packaging/nuget/nuget-config.ts







/**
 * Reads NuGet's chain of configuration: machine and user first, then every folder from the file system's root down to the
 * given one; what stands nearer wins, and its `clear` removes what came before.
 * @param folder where the solution lies
 * @throws PackagingError `malformed-xml`, `nuget-config-invalid`
 */
async function readNuGetConfig(folder, surroundings) {
    const sections = new Map();
    const mapping = new Map();
    let hasSources = false;
    for (const [rank, file] of (await configurationFiles(folder, surroundings)).entries()) {
        const { root } = parseXml(await readTextFile(file, file, true), file);
        for (const section of childElements(root)) {
            hasSources ||= isNamed(section, 'packageSources') && childElements(section).length > 0;
            if (isNamed(section, 'packageSourceMapping')) {
                mergeMapping(section, mapping);
            }
            else if (isNamed(section, 'packageSourceCredentials')) {
                for (const source of childElements(section)) {
                    merge(source, `credentials of ${decodeName(source.name).toLowerCase()}`, { file, rank }, sections);
                }
            }
            else {
                merge(section, section.name.toLowerCase(), { file, rank }, sections);
            }
        }
    }
    return {
        globalPackagesFolder: globalPackagesFolder(sections, surroundings),
        sources: sourcesIn(sections, surroundings),
        hasSources,
        mapping,
    };
}
function merge(section, name, origin, sections) {
    const settings = sections.get(name) ?? new Map();
    sections.set(name, settings);
    for (const element of childElements(section)) {
        if (isNamed(element, 'clear')) {
            settings.clear();
        }
        else if (isNamed(element, 'add')) {
            const key = attributeOf(element, 'key') ?? '';
            const value = attributeOf(element, 'value') ?? '';
            settings.set(key.toLowerCase(), { ...origin, element, value });
        }
    }
}
function mergeMapping(section, mapping) {
    for (const element of childElements(section)) {
        if (isNamed(element, 'clear')) {
            mapping.clear();
        }
        else if (isNamed(element, 'packageSource')) {
            const patterns = childElements(element, 'package').map((child) => attributeOf(child, 'pattern')?.trim() ?? '');
            mapping.set((attributeOf(element, 'key') ?? '').toLowerCase(), patterns.filter(Boolean));
        }
    }
}
function globalPackagesFolder(sections, surroundings) {
    const setting = sections.get('config')?.get('globalpackagesfolder');
    return setting && pathIn(setting, surroundings.env);
}
/** Any scheme counts: an address that is taken for a folder would show its user information in messages. */
function isAddress(location) {
    return /^(?:https?:|[a-z][a-z0-9+.-]+:\/\/)/i.test(location);
}
/** The nearest file's sources come first, in its order; NuGet asks them like that. */
function sourcesIn(sections, { env }) {
    const disabled = sections.get('disabledpackagesources');
    return [...(sections.get('packagesources') ?? [])]
        .sort(([, a], [, b]) => b.rank - a.rank)
        .filter(([key]) => (disabled?.get(key)?.value.trim().toLowerCase() ?? 'false') === 'false')
        .map(([key, setting]) => ({
        name: attributeOf(setting.element, 'key') ?? '',
        location: isAddress(setting.value.trim()) ? withVariables(setting.value.trim(), env) : pathIn(setting, env),
        credentials: () => credentialsOf(key, sections, env),
        allowsInsecureConnections: attributeOf(setting.element, 'allowInsecureConnections')?.trim().toLowerCase() === 'true',
    }));
}
/**
 * @throws PackagingError for a password that only the user's own Windows account can read, and for a placeholder that
 *   nothing fills
 */
function credentialsOf(source, sections, env) {
    const fromEnvironment = Object.entries(env).find(([name]) => name.toLowerCase() === `nugetpackagesourcecredentials_${source}`)?.[1];
    if (fromEnvironment !== undefined) {
        // A password may hold semicolons, as in NuGet itself.
        const { username, password } = /^\s*Username\s*=(?<username>.*?);\s*Password\s*=(?<password>.*?)(?:;\s*ValidAuthenticationTypes\s*=.*)?$/is.exec(fromEnvironment)?.groups ?? {};
        return username === undefined || password === undefined
            ? undefined
            : { username: username.trim(), password: password.trim() };
    }
    const settings = sections.get(`credentials of ${source}`);
    const username = settings?.get('username');
    const clear = settings?.get('cleartextpassword');
    if (username === undefined || settings === undefined) {
        return undefined;
    }
    if (clear === undefined) {
        throw new packaging_error/* PackagingError */.y('nuget-config-invalid', `The password of the NuGet source '${source}' cannot be read.`, {
            where: username.file,
            next: 'Give it as ClearTextPassword with a placeholder such as %NUGET_PASSWORD%, and set that environment variable; encrypted passwords open on the Windows machine that made them only.',
        });
    }
    return { username: filledIn(username, env, source), password: filledIn(clear, env, source) };
}
function filledIn({ value, file }, env, source) {
    const filled = withVariables(value, env);
    const [, missing] = /^%(\w+)%$/.exec(filled) ?? [];
    if (missing !== undefined) {
        throw new packaging_error/* PackagingError */.y('nuget-config-invalid', `The credentials of the NuGet source '${source}' need the environment variable ${missing}, which is not set.`, { where: file, next: `Set ${missing}, in a workflow from a secret.` });
    }
    return filled;
}
/** `%NAME%` becomes the environment variable of that name; without one it stays as it is. */
function withVariables(text, env) {
    return text.replace(/%([^%\s]+)%/g, (placeholder, name) => env[name] ?? placeholder);
}
function pathIn({ value, file }, env) {
    return (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), (0,files_paths/* toPlatform */.rE)(withVariables(value.trim(), env)));
}
/** Element names cannot hold every character: `My_x0020_Feed` stands for `My Feed`. */
function decodeName(name) {
    return name.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
function isNamed(element, name) {
    return element.name.toLowerCase() === name.toLowerCase();
}

;// CONCATENATED MODULE: ./src/packaging/nuget/task-limit.ts
/** Runs at most so many tasks at a time, the others in the order in which they came. */
class TaskLimit {
    #waiting = [];
    #free;
    constructor(count) {
        this.#free = count;
    }
    async run(task) {
        if (this.#free === 0) {
            await new Promise((resolve) => this.#waiting.push(resolve));
        }
        else {
            this.#free -= 1;
        }
        try {
            return await task();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined) {
                this.#free += 1;
            }
            else {
                next();
            }
        }
    }
}

;// CONCATENATED MODULE: ./src/packaging/nuget/package-restorer.ts











/** Used when neither the caller nor any NuGet.config names a source. */
const publicSource = { name: 'nuget.org', location: 'https://api.nuget.org/v3/index.json' };
const maxParallel = 8;
const defaultSilenceLimit = 30_000;
/** Finds packages in the global packages folder, and brings those that are not there from the sources. */
class PackageRestorer {
    #packages;
    #given;
    #configured;
    #mapping;
    #http;
    #limit = new TaskLimit(maxParallel);
    #restoring = new Map();
    constructor(packages, { given, configured, mapping, http } = { given: [], configured: [], mapping: new Map(), http: undefined }) {
        this.#packages = packages;
        this.#given = given;
        this.#configured = configured;
        this.#mapping = mapping;
        this.#http = http;
    }
    /**
     * @param folder where the solution lies: NuGet.config is looked for from there upward
     * @throws PackagingError for a configuration that cannot be used
     */
    static async from(folder, options, signal) {
        const { env, home, platform = process.platform, wait = patiently, silenceLimit = defaultSilenceLimit } = options;
        const config = await readNuGetConfig(folder, { env, home, platform });
        const packagesFolder = env.NUGET_PACKAGES
            ? (0,external_node_path_.resolve)(env.NUGET_PACKAGES)
            : (config.globalPackagesFolder ?? (0,external_node_path_.join)(home, '.nuget', 'packages'));
        const packages = new GlobalPackages(packagesFolder);
        if (options.offline) {
            return new PackageRestorer(packages);
        }
        const http = new HttpClient({ env, signal, wait, silenceLimit });
        const given = options.sources.map((location) => ({ name: 'given', location, ...unconfigured }));
        const isNamed = config.hasSources || given.length > 0;
        const configured = isNamed ? config.sources : [{ ...publicSource, ...unconfigured }];
        return new PackageRestorer(packages, {
            given: given.map((source) => sourceOf(source, http)),
            configured: configured.map((source) => sourceOf(source, http)),
            mapping: config.mapping,
            http,
        });
    }
    /** Absolute path of the global packages folder. */
    get packagesFolder() {
        return this.#packages.folder;
    }
    close() {
        this.#http?.close();
    }
    /**
     * The package of the version that a range asks for: one that is named as it is; else the lowest that fits, of a floating
     * range the highest (packaging spec 12.2).
     * @throws PackagingError `package-not-restored`, or what is wrong with a source or the package
     */
    async find(id, range) {
        const version = namedVersion(range) ?? (await this.#bestVersion(id, range));
        const key = version && `${id}/${normalizedVersion(version)}`.toLowerCase();
        if (version === undefined || key === undefined) {
            throw this.#notFound(id, range.text);
        }
        let restoring = this.#restoring.get(key);
        if (restoring === undefined) {
            restoring = this.#limit.run(() => this.#restore(id, version));
            this.#restoring.set(key, restoring);
        }
        const found = await restoring;
        if (found === undefined) {
            throw this.#notFound(id, version.text);
        }
        return { ...found, id, version };
    }
    /** Asks the sources in order until one has the package, unless it is there. */
    async #restore(id, version) {
        const found = await this.#packages.find(id, version);
        if (found !== undefined) {
            return found;
        }
        for (const source of this.#sourcesFor(id)) {
            if (await this.#packages.add(id, version, source)) {
                return this.#packages.find(id, version);
            }
        }
        return undefined;
    }
    /** What is already in the global packages folder counts only when there is nobody to ask: it differs between machines. */
    async #bestVersion(id, range) {
        const sources = this.#sourcesFor(id);
        const places = this.#http === undefined ? [this.#packages] : sources;
        const versions = await Promise.all(places.map((place) => place.versions(id)));
        return bestVersion(range, versions.flat());
    }
    /** Configured mappings restrict which sources a package may come from: the longest pattern that fits decides. */
    #sourcesFor(id) {
        const lengthOf = ({ name }) => Math.max(-1, ...(this.#mapping.get(name.toLowerCase()) ?? []).map((pattern) => fittingLength(pattern, id)));
        const longest = Math.max(0, ...this.#configured.map(lengthOf));
        const mapped = this.#configured.filter((source) => this.#mapping.size === 0 || lengthOf(source) === longest);
        return [...this.#given, ...mapped];
    }
    #notFound(id, version) {
        const sources = this.#sourcesFor(id).map(({ name, location }) => `${name} (${location})`);
        const asked = this.#http === undefined
            ? 'and restoring is switched off'
            : sources.length === 0
                ? 'and NuGet.config allows no source for it'
                : `and not on ${sources.join(', ')}`;
        return new packaging_error/* PackagingError */.y('package-not-restored', `The NuGet package ${id} ${version} is not in ${this.packagesFolder}, ${asked}.`, {
            next: this.#http === undefined
                ? 'Restore the solution first, or allow restoring.'
                : 'Correct the id and version, or add the source that has the package to NuGet.config.',
        });
    }
}
const unconfigured = { credentials: () => undefined, allowsInsecureConnections: false };
function sourceOf(source, http) {
    return isAddress(source.location) ? new FeedSource(source, http) : new FolderSource(source.name, source.location);
}
/** How many characters of a mapping's pattern fit an id, more for a whole id; -1 when it does not fit. */
function fittingLength(pattern, id) {
    const [lowerPattern, lowerId] = [pattern.toLowerCase(), id.toLowerCase()];
    if (lowerPattern.endsWith('*')) {
        return lowerId.startsWith(lowerPattern.slice(0, -1)) ? lowerPattern.length - 1 : -1;
    }
    return lowerPattern === lowerId ? lowerPattern.length + 1 : -1;
}
function patiently(milliseconds, signal) {
    return (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
}

;// CONCATENATED MODULE: ./src/packaging/sdk/data-miner-project.ts

/** The types whose projects are each the code of one script (packaging spec 17.1). */
const scriptTypes = new Set(['AutomationScript', 'AutomationScriptLibrary', 'UserDefinedApi', 'AdHocDataSource']);
const packageTypes = new Set(['Package', 'TestPackage']);
function isScriptProject({ type }) {
    return scriptTypes.has(type);
}
/** Projects whose script installs a package. */
function isInstallProject({ type }) {
    return packageTypes.has(type);
}
/**
 * The project of a file; undefined when it is no part of DataMiner, such as a test or a class library.
 * @throws PackagingError for what is wrong with the project
 */
async function dataMinerProjectAt(file, projects) {
    const properties = await projects.propertiesAt(file);
    return properties.type === '' ? undefined : { ...properties, name: (0,external_node_path_.basename)(file, (0,external_node_path_.extname)(file)), file };
}
/**
 * The DataMiner projects of a solution, in its order.
 * @param file absolute path of the solution file
 * @throws PackagingError for what is wrong with any project of the solution
 */
async function dataMinerProjectsOf(solution, file, projects) {
    const found = [];
    for (const { path } of solution.projects) {
        const project = await dataMinerProjectAt(await projects.find(file, path), projects);
        if (project !== undefined) {
            found.push(project);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./src/packaging/sdk/left-out-projects.ts

/**
 * A warning for each project that makes a script by itself but is no part of a classic solution's scripts, and so is not
 * packaged. The project is not evaluated: projects outside `Scripts` are none of a classic package's business (packaging spec 4.1).
 * @param file absolute path of the solution file
 */
async function leftOutProjects({ projects }, file, sources, tree) {
    const used = new Set(sources.flatMap((source) => source.projects.map(({ path }) => path)));
    const packaged = new Set(sources.map((source) => source.file));
    const warnings = [];
    for (const { name, path } of projects.filter((project) => !used.has(project.path))) {
        const found = await tree.find((0,external_node_path_.dirname)(file), path, tree.show(file));
        if (found === undefined || !/<DataMinerType>\s*\w/.test(await tree.readText(found))) {
            continue;
        }
        const script = await tree.find((0,external_node_path_.dirname)(found), `${name}.xml`, tree.show(found));
        if (script === undefined || !packaged.has(script)) {
            warnings.push(`Project ${name} is left out: the solution has scripts in its folder 'Scripts', and only those are packaged. To package the project, give its .csproj file as the solution.`);
        }
    }
    return warnings;
}

;// CONCATENATED MODULE: ./src/packaging/sdk/hint-path-dlls.ts



/** The folders that packages bring DLLs to; DLLs that scripts find elsewhere belong to DataMiner (packaging spec 17.4). */
const packagedFolder = /^C:\\Skyline DataMiner\\(?:Files|ProtocolScripts\\DllImport)\\[^\\]+$/i;
/**
 * The DLLs that projects reference by `HintPath`, each target once, under the first script that needs it (packaging spec 17.4).
 * A path such as `C:\Skyline DataMiner\…` is one on the DataMiner System and brings nothing.
 * @throws PackagingError `file-not-found` or `outside-root`
 */
async function hintPathDlls(scripts, tree) {
    const assemblies = new Map();
    const warnings = new Set();
    for (const script of scripts) {
        for (const { param, dll, hintPath, project } of script.references) {
            if (hintPath === undefined || (0,files_paths/* isWindowsRooted */.HY)(hintPath) || !packagedFolder.test(param)) {
                continue;
            }
            const where = tree.show(project.file);
            const path = await tree.find((0,external_node_path_.dirname)(project.file), hintPath, where);
            if (path === undefined) {
                throw new packaging_error/* PackagingError */.y('file-not-found', `Project ${project.name} references ${dll}, and ${hintPath} does not exist.`, {
                    where,
                    next: 'Add the DLL to the repository, or correct its HintPath.',
                });
            }
            const known = assemblies.get(param.toLowerCase());
            if (known === undefined) {
                assemblies.set(param.toLowerCase(), { target: param, path, script: script.name });
            }
            else if (known.path !== path) {
                warnings.add(`${tree.show(path)} is left out: ${tree.show(known.path)} has the same name.`);
            }
        }
    }
    return { assemblies: [...assemblies.values()], warnings: [...warnings] };
}

;// CONCATENATED MODULE: ./src/packaging/solution/solution-files.ts



/** The files of `CompanionFiles` beside the solution (packaging spec 13.2). */
async function companionFiles(solution, tree) {
    const files = await filesBeside(solution, 'CompanionFiles', tree);
    return files.map(({ name, path }) => ({ name: (0,files_paths/* toWindows */.VM)(name), path }));
}
/** The DLLs in `Dlls` beside the solution, found by file name without regard to case (packaging spec 13.1). */
class CustomDlls {
    #byName = new Map();
    #tree;
    constructor(files, tree) {
        this.#tree = tree;
        for (const file of files) {
            const key = (0,files_paths/* fileNameOf */.bV)(file.name).toLowerCase();
            const named = this.#byName.get(key);
            if (named === undefined) {
                this.#byName.set(key, [file]);
            }
            else {
                named.push(file);
            }
        }
    }
    static async beside(solution, tree) {
        const files = await filesBeside(solution, 'Dlls', tree);
        return new CustomDlls(files.filter(({ name }) => /\.dll$/i.test(name)), tree);
    }
    has(dll) {
        return this.#byName.has(dll.toLowerCase());
    }
    /**
     * The DLLs that scripts reference below the DataMiner folder, each target once, under the first script that needs it. What
     * a NuGet package brings is not replaced.
     * @returns also a warning for each name that several DLLs have
     */
    referencedBy(scripts) {
        const assemblies = new Map();
        const warnings = new Set();
        for (const script of scripts) {
            const fromPackages = new Set(script.packageAssemblies.map(({ target }) => target));
            for (const target of script.refs.filter((ref) => isBelowDataMiner(ref) && !fromPackages.has(ref))) {
                const [file, ...others] = this.#byName.get((0,files_paths/* fileNameOf */.bV)(target).toLowerCase()) ?? [];
                if (file !== undefined && !assemblies.has(target.toLowerCase())) {
                    assemblies.set(target.toLowerCase(), { target, path: file.path, script: script.name });
                }
                for (const other of file === undefined ? [] : others) {
                    warnings.add(`${this.#tree.show(other.path)} is left out: ${this.#tree.show(file.path)} has the same name.`);
                }
            }
        }
        return { assemblies: [...assemblies.values()], warnings: [...warnings] };
    }
}
function isBelowDataMiner(ref) {
    return ref.toLowerCase().startsWith(dataMinerFolder.toLowerCase());
}
/** All files of a folder beside a solution or project file; none when there is no such folder. */
async function filesBeside(file, name, tree) {
    const folder = await tree.find((0,external_node_path_.dirname)(file), name, tree.show(file));
    return folder === undefined ? [] : tree.walk(folder);
}

;// CONCATENATED MODULE: ./src/packaging/sdk/package-files.ts







const catalogFile = 'PackageContent/CatalogReferences.xml';
/**
 * Companion files, exported apps and dashboards, and what the install script needs (packaging spec 17.5). A package is unpacked
 * into `AppPackages\Installed\NAME.VERSION`, where the installer looks for `SetupContent`; so that is its name in a package.
 * @throws PackagingError `unsupported-project` for references to the Catalog
 */
async function packageFiles({ file }, tree) {
    await refuseCatalogReferences(file, tree);
    const companionFiles = await filesBeside(file, 'PackageContent/CompanionFiles', tree);
    const setup = await filesBeside(file, 'SetupContent', tree);
    const exported = [...(await exportsIn('LowCodeApps', file, tree)), ...(await exportsIn('Dashboards', file, tree))];
    return {
        companionFiles: companionFiles.map(({ name, path }) => ({ name: (0,files_paths/* toWindows */.VM)(name), path })),
        otherFiles: [...exported, ...setup.map(({ name, path }) => ({ name: `SetupContent\\${(0,files_paths/* toWindows */.VM)(name)}`, path }))],
        warnings: exported.map(({ name, path }) => `${tree.show(path)} is in the package as ${name}, but where the installer looks for it is not public: check after the installation that it is there.`),
    };
}
/** The zip files directly in a folder of the package content. */
async function exportsIn(folder, project, tree) {
    const files = await filesBeside(project, `PackageContent/${folder}`, tree);
    return files
        .filter(({ name }) => /^[^/]+\.zip$/i.test(name))
        .map(({ name, path }) => ({ name: `AppInstallContent\\${folder}\\${name}`, path }));
}
/** Items of the Catalog would have to be downloaded; without them the package would lack what it needs. */
async function refuseCatalogReferences(project, tree) {
    const file = await tree.find((0,external_node_path_.dirname)(project), catalogFile, tree.show(project));
    if (file === undefined) {
        return;
    }
    const shown = tree.show(file);
    const source = await tree.readText(file, { strict: true });
    const [first, ...others] = childElements(parseXml(source, shown).root, 'CatalogReference');
    if (first !== undefined) {
        const names = [...new Set([first, ...others].map(package_files_nameOf))].join(', ');
        throw new packaging_error/* PackagingError */.y('unsupported-project', `The package includes items of the Catalog, which is not supported: ${names}.`, {
            where: positionIn(shown, source, first.offset ?? 0),
            next: 'Deploy those items by themselves and remove the references, or make this package with the DataMiner SDK.',
        });
    }
}
function package_files_nameOf(reference) {
    const name = childElements(reference, 'Name')[0];
    return (name && textOf(name).trim()) || (attributeOf(reference, 'id') ?? 'an item without id');
}

;// CONCATENATED MODULE: ./src/packaging/project/item-glob.ts
/** Whether an item specification holds wildcards. */
function hasWildcards(specification) {
    return /[*?]/.test(specification);
}
/**
 * A test for paths that an MSBuild file specification matches: `*` and `?` within a segment, `**` over any number of
 * segments, case ignored (packaging spec 6.3). Separators are slashes on both sides. No pattern can make it slow.
 */
function globMatcher(specification) {
    const segments = specification.toLowerCase().split('/');
    const pattern = segments.at(-1) === '**' ? [...segments, '*'] : segments;
    return (path) => item_glob_matches(pattern, path.toLowerCase().split('/'), '**', fitsSegment);
}
/** The folder part of a specification that holds no wildcard, to walk from. */
function fixedFolderOf(specification) {
    const segments = specification.split('/');
    const first = segments.findIndex(hasWildcards);
    return segments.slice(0, first === -1 ? segments.length - 1 : first).join('/');
}
function fitsSegment(pattern, segment) {
    return item_glob_matches([...pattern], [...segment], '*', (expected, found) => expected === '?' || expected === found);
}
/**
 * Matches parts one by one, `any` standing for any number of them. Only the last `any` is ever tried again: whatever an
 * earlier one could take instead, the last one can take too.
 */
function item_glob_matches(pattern, parts, any, fits) {
    let next = 0;
    let afterAny = -1;
    let taken = 0;
    for (let index = 0; index < parts.length;) {
        const expected = pattern[next];
        if (expected === any) {
            next += 1;
            afterAny = next;
            taken = index;
        }
        else if (expected !== undefined && fits(expected, parts[index])) {
            next += 1;
            index += 1;
        }
        else if (afterAny !== -1) {
            taken += 1;
            index = taken;
            next = afterAny;
        }
        else {
            return false;
        }
    }
    return pattern.slice(next).every((part) => part === any);
}

;// CONCATENATED MODULE: ./src/packaging/sdk/file-pattern.ts


/**
 * The files that a pattern of `ProjectReferences.xml` means: `..` climbs, each other segment stands for one level and may hold
 * wildcards, `**` too; the last one is the file (packaging spec 17.5). Sorted by path; case does not count.
 * @param where how messages name the place of the pattern
 * @throws PackagingError `outside-root` when the pattern climbs out of the root
 */
async function filesMatching(folder, pattern, tree, where) {
    const segments = external_node_path_.posix.normalize(pattern.trim().replaceAll('\\', '/')).split('/');
    const climbed = segments.lastIndexOf('..') + 1;
    const base = await tree.find(folder, segments.slice(0, climbed).join(external_node_path_.sep) || '.', where);
    const matchers = segments.slice(climbed).map((segment) => globMatcher(segment.replace(/\*+/g, '*')));
    if (base === undefined) {
        return [];
    }
    const files = await tree.walk(base, (name) => {
        const path = name.split('/');
        return path.length < matchers.length && matchers[path.length - 1]?.(path.at(-1)) === true;
    });
    return files
        .filter(({ name }) => {
        const path = name.split('/');
        return path.length === matchers.length && matchers.at(-1)?.(path.at(-1)) === true;
    })
        .map(({ path }) => path);
}

;// CONCATENATED MODULE: ./src/packaging/sdk/project-references.ts







const referencesFile = 'PackageContent/ProjectReferences.xml';
const namespace = 'http://www.skyline.be/projectReferences';
/** What a package includes when it does not say: every project beside its own. */
const everyProject = '..\\*\\*.csproj';
/**
 * The project files that a package project includes by its `ProjectReferences.xml`, its own left out, in the order of the
 * patterns (packaging spec 17.5).
 * @throws PackagingError `file-not-found`, `malformed-project`, `malformed-solution`, or `outside-root`
 */
async function includedProjectFiles(project, tree) {
    const { elements, where } = await referencesOf(project, tree);
    const patterns = (name, attribute) => elements
        .filter((element) => localName(element) === name)
        .flatMap((element) => {
        const text = attributeOf(element, attribute);
        return text === undefined ? [] : [{ text, where: where(element) }];
    });
    const resolve = (pattern) => filesOf(pattern, project, tree);
    const filters = (await Promise.all(patterns('SolutionFilter', 'Include').map(resolve))).flat();
    const filtered = (await Promise.all(filters.map((filter) => projectsIn(filter, tree)))).flat();
    const includes = [...patterns('ProjectReference', 'Include'), ...filtered];
    const included = new Set();
    for (const pattern of includes.length > 0 ? includes : [{ text: everyProject, where: tree.show(project.file) }]) {
        for (const file of await resolve(pattern)) {
            included.add(file);
        }
    }
    for (const { text, where: place } of patterns('ProjectReference', 'Exclude')) {
        for (const file of await filesMatching((0,external_node_path_.dirname)(project.file), text, tree, place)) {
            included.delete(file);
        }
    }
    included.delete(project.file);
    return [...included].filter((file) => /\.csproj$/i.test(file));
}
async function referencesOf(project, tree) {
    const file = await tree.find((0,external_node_path_.dirname)(project.file), referencesFile, tree.show(project.file));
    if (file === undefined) {
        throw new packaging_error/* PackagingError */.y('file-not-found', `Package project ${project.name} has no ${referencesFile}.`, {
            where: tree.show(project.file),
            next: 'Add the file; it says which projects the package includes.',
        });
    }
    const shown = tree.show(file);
    const source = await tree.readText(file, { strict: true });
    const { root } = parseXml(source, shown);
    const where = (element) => positionIn(shown, source, element.offset ?? 0);
    if (localName(root) !== 'ProjectReferences' || attributeOf(root, 'xmlns') !== namespace) {
        throw new packaging_error/* PackagingError */.y('malformed-project', `The root element is not ProjectReferences of ${namespace}.`, {
            where: where(root),
            next: `Write <ProjectReferences xmlns="${namespace}">.`,
        });
    }
    const unknown = childElements(root).find((element) => !['ProjectReference', 'SolutionFilter'].includes(localName(element)));
    if (unknown !== undefined) {
        throw new packaging_error/* PackagingError */.y('malformed-project', `The element ${unknown.name} is not known here.`, {
            where: where(unknown),
            next: 'Use ProjectReference with Include or Exclude, and SolutionFilter with Include.',
        });
    }
    return { elements: childElements(root), where };
}
/** A pattern without wildcards names one file, which must be there; the package would lack something otherwise. */
async function filesOf({ text, where }, project, tree) {
    const files = await filesMatching((0,external_node_path_.dirname)(project.file), text, tree, where);
    if (files.length === 0 && !hasWildcards(text)) {
        throw new packaging_error/* PackagingError */.y('file-not-found', `The package includes ${text}, which does not exist.`, {
            where,
            next: 'Correct the path; it is relative to the folder of the package project.',
        });
    }
    return files;
}
/** The projects of a solution filter, as patterns relative to the package project (packaging spec 17.5). */
async function projectsIn(filter, tree) {
    const where = tree.show(filter);
    const paths = listedProjects(await tree.readText(filter));
    if (paths === undefined) {
        throw new packaging_error/* PackagingError */.y('malformed-solution', 'The solution filter cannot be read.', {
            where,
            next: 'Write it as Visual Studio does: JSON with solution.path and solution.projects.',
        });
    }
    return paths.map((path) => ({ text: `..\\${path}`, where }));
}
function listedProjects(text) {
    try {
        const { solution } = JSON.parse(text);
        const projects = solution?.projects;
        return Array.isArray(projects) && projects.every((path) => typeof path === 'string') ? projects : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/packaging/sdk/required-versions.ts
/**
 * The oldest DataMiner version that suits all projects: the newest that one of them requires (packaging spec 17.3). The
 * version of the web apps has no known place in a package, so it can only be told.
 */
function requiredVersions(projects) {
    const versions = [];
    const warnings = [];
    for (const { name, minimumDmVersion, minimumWebVersion } of projects) {
        const version = dataMinerVersion(minimumDmVersion);
        if (version !== undefined) {
            versions.push(version);
        }
        else if (minimumDmVersion !== '') {
            warnings.push(`Project ${name}: MinimumRequiredDmVersion '${minimumDmVersion}' does not count, for it is not of the form 'A.B.C.D - build'.`);
        }
        if (minimumWebVersion !== '') {
            warnings.push(/^\d+\.\d+\.\d+\s*\(CU\d+\)$/.test(minimumWebVersion)
                ? `Project ${name}: the package does not say that it needs DataMiner web ${minimumWebVersion} (MinimumRequiredDmWebVersion): the place for this in a package is not public. Check the version on the DataMiner System.`
                : `Project ${name}: MinimumRequiredDmWebVersion '${minimumWebVersion}' does not count, for it is not of the form 'A.B.C (CUx)'.`);
        }
    }
    return { minDmaVersion: versions.toSorted(byNumbers).at(-1), warnings };
}
function dataMinerVersion(written) {
    const [, version, build] = /^(\d+\.\d+\.\d+\.\d+)\s*-\s*(\d+)$/.exec(written) ?? [];
    return version === undefined ? undefined : `${version}-${build}`;
}
const byNumbers = new Intl.Collator('en', { numeric: true }).compare;

;// CONCATENATED MODULE: ./src/packaging/script/placeholder.ts
/** The first mark of a code text; the name runs to the last bracket of the line, so that names may hold brackets. */
function placeholderIn(code) {
    const [mark, project] = /\[Project:([^\n]*)\]/.exec(code) ?? [];
    return mark === undefined || project === undefined ? undefined : { mark, project };
}

;// CONCATENATED MODULE: ./src/packaging/script/script-document.ts




/** Characters that a script's name cannot have on a DataMiner System (packaging spec 4.3). */
const illegalInNames = /[\\/:*?"<>|°;\p{Cc}]/u;
/**
 * Reads name and C# blocks of a script.
 * @param projectName what the script is called in the package, if not by its own name
 * @throws PackagingError `malformed-script` or `illegal-name`
 */
function readScript(source, shown, projectName) {
    const { root } = source.document;
    const nameElement = childElements(root, 'Name')[0];
    const name = nameElement === undefined ? '' : textOf(nameElement).trim();
    if (name === '') {
        throw new packaging_error/* PackagingError */.y('malformed-script', 'The script has no name.', {
            where: shown,
            next: 'Add a Name element to DMSScript.',
        });
    }
    if (illegalInNames.test(name) || /[. ]$/.test(name)) {
        throw new packaging_error/* PackagingError */.y('illegal-name', `'${name}' is no legal name for a script.`, {
            where: positionIn(shown, source.source, nameElement?.offset ?? 0),
            next: 'Use a name without \\ / : * ? " < > | ° ; and control characters that does not end in a dot.',
        });
    }
    const exes = childElements(root, 'Script').flatMap((parent) => childElements(parent, 'Exe').flatMap((element) => exeOf(element, parent, source, shown) ?? []));
    return { name, packagedAs: projectName ?? name, shown, source, exes };
}
/** The parameters of a block of one type, the type compared without case; `attributes` names too. */
function paramsOf(exe, type) {
    return childElements(exe, 'Param').filter((param) => typeOf(param).toLowerCase() === type.toLowerCase());
}
function typeOf(element) {
    const name = element.attributes.find((attribute) => attribute.name.toLowerCase() === 'type')?.name;
    return name === undefined ? '' : (attributeOf(element, name) ?? '');
}
function exeOf(element, parent, source, shown) {
    const where = positionIn(shown, source.source, element.offset ?? 0);
    const id = attributeOf(element, 'id')?.trim() ?? '0';
    if (!/^-?\d+$/.test(id)) {
        throw new packaging_error/* PackagingError */.y('malformed-script', `The Exe id '${id}' is no number.`, {
            where,
            next: 'Give each Exe a whole number as its id.',
        });
    }
    if (typeOf(element).toLowerCase() !== 'csharp') {
        return undefined;
    }
    const value = childElements(element, 'Value')[0];
    const code = value === undefined ? '' : codeOf(value, where);
    return {
        id: Number(id),
        element,
        parent,
        value,
        code,
        placeholder: placeholderIn(code),
        libraryName: paramsOf(element, 'libraryName').map(textOf).at(-1),
        isPreCompiled: paramsOf(element, 'preCompile').some((param) => textOf(param).trim().toLowerCase() === 'true'),
        where,
    };
}
/** The first CDATA section, else the text, in which pieces of white space between comments do not count. */
function codeOf(value, where) {
    const cdata = value.children.find((node) => node.kind === 'cdata');
    if (cdata !== undefined) {
        return cdata.text;
    }
    if (childElements(value).length > 0) {
        throw new packaging_error/* PackagingError */.y('malformed-script', `The Value of the Exe holds the element ${localName(childElements(value)[0])} instead of code.`, {
            where,
            next: 'Put the code, or the mark [Project:NAME], into a CDATA section.',
        });
    }
    return value.children
        .map((node) => (node.kind === 'text' ? decodeReferences(node.raw) : ''))
        .filter((text) => text.trim() !== '')
        .join('');
}

;// CONCATENATED MODULE: ./src/packaging/script/script-libraries.ts

const classLibraryProject = 'AutomationScript_ClassLibrary';
const classLibraryName = 'DIS Class Library';
/** DataMiner replaces this with the name of the script. */
const sameScript = '[AutomationScriptName]';
/** Finds the blocks whose code comes from a project, over all scripts of a solution (packaging spec 11). */
class ScriptLibraries {
    #byProject = new Map();
    constructor(scripts) {
        for (const script of scripts) {
            for (const exe of script.exes) {
                if (exe.placeholder !== undefined && !this.#byProject.has(exe.placeholder.project)) {
                    this.#byProject.set(exe.placeholder.project, { script, exe });
                }
            }
        }
    }
    /** @throws PackagingError `library-without-name` */
    referencesOf(script, project) {
        const params = [];
        const warnings = [];
        for (const { name } of project.projectReferences) {
            const found = this.#find(script, name);
            if (found === undefined) {
                warnings.push(`Project ${project.name} references project ${name}, which is the code of no script: its code will be missing when DataMiner compiles script ${script.name}.`);
                continue;
            }
            if (!found.exe.isPreCompiled) {
                warnings.push(`${found.exe.where}: project ${project.name} uses this Exe as a library, but its preCompile parameter is not true.`);
            }
            params.push(`${found.script === script ? sameScript : found.script.name}:${libraryNameOf(found.exe, name, project)}`);
        }
        return { params, warnings };
    }
    #find(script, name) {
        const exe = (name === classLibraryProject && script.exes.find(({ libraryName }) => libraryName === classLibraryName)) ||
            (name !== classLibraryProject && script.exes.find(({ placeholder }) => placeholder?.project === name));
        return exe ? { script, exe } : this.#byProject.get(name);
    }
}
function libraryNameOf(exe, reference, project) {
    if (exe.libraryName === undefined || exe.libraryName.trim() === '') {
        throw new packaging_error/* PackagingError */.y('library-without-name', `Exe ${exe.id} (project '${reference}'), which is referenced by project '${project.assemblyName}', has no libraryName parameter.`, { where: exe.where, next: 'Add <Param type="libraryName">NAME</Param> to that Exe.' });
    }
    return exe.libraryName;
}

;// CONCATENATED MODULE: ./src/packaging/sdk/sdk-scripts.ts







/** Reads the scripts of projects, each once: `NAME.xml` beside `NAME.csproj` (packaging spec 17.2). */
class SdkScripts {
    #tree;
    #projects;
    #documents = new Map();
    constructor(tree, projects) {
        this.#tree = tree;
        this.#projects = projects;
    }
    /**
     * The script of a project. Its mark can name this project alone, and its libraries are the scripts of the projects that
     * this one references directly.
     * @throws PackagingError `file-not-found`, or what is wrong with the script or a project
     */
    async planned({ name, file }) {
        const script = await this.#documentOf(name, file);
        if (script === undefined) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `Project ${name} has no script: ${name}.xml does not exist.`, {
                where: this.#tree.show(file),
                next: `Put the script beside the project, in a file called ${name}.xml.`,
            });
        }
        for (const { placeholder, where } of script.exes) {
            if (placeholder !== undefined && placeholder.project !== name) {
                throw new packaging_error/* PackagingError */.y('project-not-found', `The mark ${placeholder.mark} names another project than ${name}.`, {
                    where,
                    next: `Write [Project:${name}]: the script of an SDK project can name that project only.`,
                });
            }
        }
        const project = await this.#projects.at(file);
        const referenced = await this.referencedBy(project);
        const scripts = await Promise.all(referenced.map((other) => this.#documentOf(other.name, other.file)));
        const libraries = new ScriptLibraries(scripts.filter((document) => document !== undefined));
        return { script, projects: new Map([[name, project]]), libraries };
    }
    /** The projects with scripts that a project references directly. */
    async referencedBy({ file }) {
        const { projectReferences } = await this.#projects.at(file);
        const found = [];
        for (const { path } of projectReferences) {
            const project = await dataMinerProjectAt(await this.#projects.find(file, path), this.#projects);
            if (project !== undefined && (isScriptProject(project) || isInstallProject(project))) {
                found.push(project);
            }
        }
        return found;
    }
    #documentOf(name, project) {
        const known = this.#documents.get(project) ?? this.#read(name, project);
        this.#documents.set(project, known);
        return known;
    }
    async #read(name, project) {
        const file = await this.#tree.find((0,external_node_path_.dirname)(project), `${name}.xml`, this.#tree.show(project));
        if (file === undefined) {
            return undefined;
        }
        const shown = this.#tree.show(file);
        const source = await this.#tree.readText(file, { strict: true });
        const document = parseXml(source, shown);
        if (localName(document.root).toLowerCase() !== 'dmsscript') {
            throw new packaging_error/* PackagingError */.y('malformed-script', `The root element is ${document.root.name}, not DMSScript.`, {
                where: shown,
                next: `${name}.xml must be the script of project ${name}; correct or rename it.`,
            });
        }
        return readScript({ file, source, document, projects: [] }, shown, name);
    }
}

;// CONCATENATED MODULE: ./src/packaging/xml/write-xml.ts

/** Writes a whole document the way deployed scripts are written (packaging spec 9.3). */
function writeXml(document) {
    const parts = [];
    for (const node of document.children) {
        write(node, parts);
    }
    return parts.join('');
}
function write(node, parts) {
    switch (node.kind) {
        case 'element':
            if (node.children.length === 0) {
                parts.push(`<${node.name}${attributes(node.attributes)} />`);
                return;
            }
            parts.push(`<${node.name}${attributes(node.attributes)}>`);
            for (const child of node.children) {
                write(child, parts);
            }
            parts.push(`</${node.name}>`);
            return;
        case 'text':
            parts.push(encodeRaw(node.raw));
            return;
        case 'cdata':
            parts.push(`<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
            return;
        case 'declaration':
            parts.push(`<?xml${attributes(node.attributes.map(inUtf8))} ?>`);
            return;
        default:
            parts.push(node.raw);
    }
}
function attributes(list) {
    return list.map(({ name, raw }) => ` ${name}="${encodeRaw(raw)}"`).join('');
}
/** The result is always UTF-8; a script that was read from UTF-16 must not claim otherwise. */
function inUtf8(attribute) {
    const says16Bit = attribute.name === 'encoding' && !/^utf-?8$/i.test(attribute.raw);
    return says16Bit ? { ...attribute, raw: 'utf-8' } : attribute;
}
/** Text for an element or attribute that we make ourselves. */
function encodeText(text) {
    return Array.from(text, encodeCharacter).join('');
}
/**
 * Escapes as the official packager does: the five special characters, U+00A0 to U+00FF and everything above U+FFFF.
 * References that are there already are rewritten in the same style, except that those to white space stay
 * references, for a reader would normalise the plain character.
 */
function encodeRaw(raw) {
    return raw.replace(/&[^;]*;|[<>"'\u00a0-\u00ff]|[\u{10000}-\u{10ffff}]/gu, (piece) => {
        const character = piece.length > 2 ? decodeReferences(piece) : piece;
        return /^[\t\n\r]$/.test(character) ? `&#${character.charCodeAt(0)};` : encodeCharacter(character);
    });
}
function encodeCharacter(character) {
    switch (character) {
        case '<':
            return '&lt;';
        case '>':
            return '&gt;';
        case '&':
            return '&amp;';
        case '"':
            return '&quot;';
        case "'":
            return '&#39;';
        default: {
            const code = character.codePointAt(0);
            return (code >= 0xa0 && code <= 0xff) || code > 0xffff ? `&#${code};` : character;
        }
    }
}

;// CONCATENATED MODULE: ./src/packaging/sdk/solution-id.ts


/**
 * Makes a script part of a DataMiner solution: `SolutionId` right after `Name`, in place of one that is there; without an id
 * the script is part of none (packaging spec 18). In place.
 */
function setSolutionId(script, id) {
    const { children } = script;
    for (const old of childElements(script, 'SolutionId')) {
        const index = children.indexOf(old);
        const before = children[index - 1];
        const isIndented = before?.kind === 'text' && before.raw.trim() === '';
        children.splice(isIndented ? index - 1 : index, isIndented ? 2 : 1);
    }
    const name = childElements(script, 'Name')[0];
    if (id === '' || name === undefined) {
        return;
    }
    const index = children.indexOf(name);
    const before = children[index - 1];
    const element = {
        kind: 'element',
        name: name.name.replace(/[^:]+$/, 'SolutionId'),
        attributes: [],
        children: [{ kind: 'text', raw: encodeText(id) }],
    };
    children.splice(index + 1, 0, ...(before?.kind === 'text' ? [before] : []), element);
}

;// CONCATENATED MODULE: ./src/packaging/sdk/sdk-plan.ts









/**
 * What a solution of DataMiner projects brings into one package (packaging spec 17): its package project if there is one, else
 * every script project that makes a package by itself.
 * @param solution absolute path of the solution file
 * @throws PackagingError `solution-ambiguous`, `no-scripts`, `unsupported-project`, or what is wrong with a project
 */
async function sdkPlan(solution, projects, planning) {
    const where = planning.tree.show(solution);
    const making = projects.filter(({ generatesPackage }) => generatesPackage);
    const [packageProject, ...others] = making.filter(({ type }) => type === 'Package');
    if (others.length > 0) {
        const files = making.filter(({ type }) => type === 'Package').map(({ file }) => planning.tree.show(file));
        throw new packaging_error/* PackagingError */.y('solution-ambiguous', `The solution makes ${files.length} packages: ${files.join(', ')}.`, {
            where,
            next: 'Give the path of the one project file (.csproj) as the solution; each run makes one package.',
        });
    }
    if (packageProject !== undefined) {
        return packagePlan(packageProject, planning);
    }
    const scripts = making.filter(({ type }) => type !== 'TestPackage');
    if (scripts.length === 0) {
        throw new packaging_error/* PackagingError */.y('no-scripts', 'No project of the solution makes a package.', {
            where,
            next: 'Set GenerateDataMinerPackage to true in the projects that belong in a package, or add a package project.',
        });
    }
    const name = scripts.length === 1 ? scripts[0].name : (0,external_node_path_.basename)(solution, (0,external_node_path_.extname)(solution));
    return scriptsPlan(name, scripts, planning);
}
/**
 * The package of a single project, whatever it says about making one.
 * @param file absolute path of the project file
 * @throws PackagingError as for {@link sdkPlan}
 */
async function projectPlan(file, planning) {
    const project = await dataMinerProjectAt(file, planning.projects);
    if (project === undefined) {
        throw new packaging_error/* PackagingError */.y('no-scripts', 'The project has no DataMinerType, so it is no part of DataMiner.', {
            where: planning.tree.show(file),
            next: 'Give a solution, or a project whose DataMinerType is Package or AutomationScript.',
        });
    }
    return project.type === 'Package' ? packagePlan(project, planning) : scriptsPlan(project.name, [project], planning);
}
/** Script projects with our install script (packaging spec 17.3). */
async function scriptsPlan(name, projects, planning) {
    const { tree } = planning;
    const reader = new SdkScripts(tree, planning.projects);
    const { minDmaVersion, warnings } = requiredVersions(projects);
    return {
        name,
        minDmaVersion,
        scripts: await plannedScripts(projects, reader, planning),
        companionFiles: [],
        otherFiles: [],
        warnings: [...warnings, ...(await absentLibraries(projects, reader))],
        dllsOf: (scripts) => hintPathDlls(scripts, tree),
    };
}
/** A package project: its own script installs what it includes (packaging spec 17.5). */
async function packagePlan(project, planning) {
    const { tree, installer } = planning;
    const included = [];
    for (const file of await includedProjectFiles(project, tree)) {
        const found = await dataMinerProjectAt(file, planning.projects);
        if (found !== undefined) {
            included.push(found);
        }
    }
    const reader = new SdkScripts(tree, planning.projects);
    const scripts = await plannedScripts(included, reader, planning);
    for (const [index, { type, solutionId }] of included.entries()) {
        const canShare = type === 'AutomationScript' || type === 'AutomationScriptLibrary';
        setSolutionId(scripts[index].script.source.document.root, canShare ? solutionId : '');
    }
    const { minDmaVersion, warnings } = requiredVersions([project]);
    const files = await packageFiles(project, tree);
    if (scripts.length + files.companionFiles.length + files.otherFiles.length === 0) {
        throw new packaging_error/* PackagingError */.y('no-scripts', `The package of project ${project.name} would hold nothing.`, {
            where: tree.show(project.file),
            next: 'Include projects in PackageContent/ProjectReferences.xml, or add companion files.',
        });
    }
    const installScript = await reader.planned(project);
    return {
        name: project.packageId,
        minDmaVersion,
        scripts,
        installScript: installer === 'require' ? installScript : withoutPackages(installScript),
        companionFiles: files.companionFiles,
        otherFiles: files.otherFiles,
        warnings: [...warnings, ...files.warnings, ...(await absentLibraries(included, reader))],
        dllsOf: (assembled) => hintPathDlls(assembled, tree),
    };
}
async function plannedScripts(projects, reader, { tree, signal }) {
    const planned = [];
    for (const project of projects) {
        signal?.throwIfAborted();
        if (!isScriptProject(project)) {
            throw new packaging_error/* PackagingError */.y('unsupported-project', project.type === 'Package'
                ? `Project ${project.name} makes a package of its own, which cannot be part of another package.`
                : `Project ${project.name} has the DataMinerType '${project.type}', which is not supported.`, {
                where: tree.show(project.file),
                next: 'Exclude the project, or give it the type of a script: AutomationScript, AutomationScriptLibrary, UserDefinedApi or AdHocDataSource.',
            });
        }
        planned.push(await reader.planned(project));
    }
    return planned;
}
/** A warning for each script that a packaged one uses but that is not in the package itself. */
async function absentLibraries(projects, reader) {
    const packaged = new Set(projects.map(({ file }) => file));
    const warnings = [];
    for (const project of projects) {
        const absent = (await reader.referencedBy(project)).filter(({ file }) => !packaged.has(file));
        for (const { name } of absent) {
            warnings.push(`Project ${project.name} uses the script of project ${name}, which is not in this package: it must already be on the DataMiner System.`);
        }
    }
    return warnings;
}
function withoutPackages(script) {
    const projects = [...script.projects].map(([name, project]) => [name, { ...project, packageReferences: [] }]);
    return { ...script, projects: new Map(projects) };
}

;// CONCATENATED MODULE: ./src/packaging/solution/classic-plan.ts





/**
 * What a classic solution brings into a package: its scripts with the projects in `Actions`, and the folders `Dlls` and
 * `CompanionFiles` beside it (packaging spec 4 and 13).
 * @param solution absolute path of the solution file
 * @throws PackagingError for what is wrong with a script or a project
 */
async function classicPlan(solution, sources, { tree, projects, signal }) {
    const documents = sources.map((source) => readScript(source, tree.show(source.file)));
    const libraries = new ScriptLibraries(documents);
    const scripts = [];
    for (const script of documents) {
        signal?.throwIfAborted();
        scripts.push({ script, projects: await projectsOf(script, solution, projects), libraries });
    }
    const dlls = await CustomDlls.beside(solution, tree);
    return {
        name: (0,external_node_path_.basename)(solution, (0,external_node_path_.extname)(solution)),
        scripts,
        companionFiles: await companionFiles(solution, tree),
        otherFiles: [],
        warnings: [],
        dllsOf: async (assembled) => {
            const { assemblies, warnings } = dlls.referencedBy(assembled);
            const unpackaged = assembled.flatMap((script) => unpackagedDlls(script, dlls, solution, tree));
            return { assemblies, warnings: [...unpackaged, ...warnings] };
        },
    };
}
/** All projects of the script, used or not; of two with one name the later wins (packaging spec 4.1). */
async function projectsOf(script, solution, projects) {
    const named = new Map();
    for (const { name, path } of script.source.projects) {
        named.set(name, await projects.load(solution, path));
    }
    return named;
}
/** DLLs that a project takes from the repository but that are not in `Dlls`, and so not packaged (packaging spec 13.1). */
function unpackagedDlls(script, dlls, solution, tree) {
    return script.references.flatMap(({ hintPath, dll, param, project }) => {
        const path = hintPath === undefined ? undefined : tree.inside((0,external_node_path_.dirname)(project.file), hintPath);
        const isInRepository = path !== undefined && !(0,files_paths/* isWithin */.UO)((0,external_node_path_.join)((0,external_node_path_.dirname)(solution), 'Dlls'), path);
        return isInRepository && param.includes('\\') && !dlls.has(dll)
            ? [
                `Project ${project.name} references ${tree.show(path)}, which is not in the folder Dlls and so not packaged: ${param} must already be on the DataMiner System.`,
            ]
            : [];
    });
}

// EXTERNAL MODULE: ./src/packaging/solution/find-solution.ts
var find_solution = __webpack_require__(1386);
// EXTERNAL MODULE: external "node:path/win32"
var win32_ = __webpack_require__(8152);
;// CONCATENATED MODULE: ./src/packaging/solution/solution.ts
function emptyFolder(name) {
    return { name, folders: [], projects: [], files: [] };
}
/** A folder and all folders below it, breadth-first, in file order. */
function breadthFirst(start) {
    const found = [...start];
    for (const folder of found) {
        found.push(...folder.folders);
    }
    return found;
}
/** Classic C# and C# of the newer project system; shared and other projects take no part by themselves. */
const csharpTypes = new Set(['fae04ec0-301f-11d3-bf4b-00c04f79efbc', '9a19103f-16f7-4668-be54-9a1e7a4f7556']);
function isCSharpType(type) {
    return csharpTypes.has(type.replace(/[{}]/g, '').toLowerCase());
}

;// CONCATENATED MODULE: ./src/packaging/solution/read-sln.ts



const folderType = '2150e333-8fdc-42a3-9474-1a3956d46de8';
const projectLine = /^\s*Project\("\{([^}]+)\}"\)\s*=\s*"([^"]*)"\s*,\s*"([^"]*)"\s*,\s*"\{([^}]+)\}"/;
const sectionLine = /^\s*(?:Project|Global)Section\((\w+)\)/;
/**
 * Reads the text of a `.sln` file (packaging spec 3.2).
 * @param file how messages name it
 * @throws PackagingError `malformed-solution`
 */
function readSln(text, file) {
    const entries = [];
    const parentOf = new Map();
    let section;
    let current;
    let seen = false;
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
        const word = line.trim();
        if (/^Microsoft Visual Studio Solution File/i.test(word)) {
            seen = true;
        }
        else if (/^Project\(/.test(word)) {
            current = entryOf(line, `${file}:${index + 1}`);
            entries.push(current);
        }
        else if (word === 'EndProject') {
            current = undefined;
        }
        else if (/^End(?:Project|Global)Section$/.test(word)) {
            section = undefined;
        }
        else if (sectionLine.test(line)) {
            section = sectionLine.exec(line)?.[1];
        }
        else if (section === 'SolutionItems' && word.includes('=')) {
            current?.folder?.files.push(word.slice(0, word.indexOf('=')).trim());
        }
        else if (section === 'NestedProjects') {
            const [, child, parent] = /^\{([^}]+)\}\s*=\s*\{([^}]+)\}/.exec(word) ?? [];
            if (child !== undefined && parent !== undefined) {
                parentOf.set(child.toLowerCase(), parent.toLowerCase());
            }
        }
    }
    if (!seen && entries.length === 0) {
        throw new packaging_error/* PackagingError */.y('malformed-solution', 'The file is not a Visual Studio solution.', {
            where: file,
            next: 'Give a .sln file as Visual Studio writes it.',
        });
    }
    return { rootFolders: nest(entries, parentOf), projects: entries.flatMap(({ project }) => project ?? []) };
}
function entryOf(line, where) {
    const [, type, displayName, path, id] = projectLine.exec(line) ?? [];
    if (type === undefined || displayName === undefined || path === undefined || id === undefined) {
        throw new packaging_error/* PackagingError */.y('malformed-solution', 'The project line cannot be read.', {
            where,
            next: 'Correct it: Project("{type}") = "name", "path", "{id}".',
        });
    }
    if (type.toLowerCase() === folderType) {
        return { id: id.toLowerCase(), folder: emptyFolder(displayName) };
    }
    return isCSharpType(type)
        ? { id: id.toLowerCase(), project: { name: (0,win32_.parse)(path).name, displayName, path } }
        : { id: id.toLowerCase() };
}
function nest(entries, parentOf) {
    const folders = new Map(entries.flatMap(({ id, folder }) => (folder ? [[id, folder]] : [])));
    const roots = [];
    for (const { id, folder, project } of entries) {
        const parent = folders.get(parentOf.get(id) ?? '');
        if (project) {
            parent?.projects.push(project);
        }
        else if (folder) {
            (parent?.folders ?? roots).push(folder);
        }
    }
    return roots;
}

;// CONCATENATED MODULE: ./src/packaging/solution/read-slnx.ts






/** Far deeper than any real solution, far from the end of the stack. */
const read_slnx_maxDepth = 200;
/**
 * Reads the text of a `.slnx` file (packaging spec 3.3).
 * @param file how messages name it
 * @throws PackagingError `malformed-xml` or `malformed-solution`
 */
function readSlnx(text, file) {
    const { root } = parseXml(text, file);
    if (localName(root) !== 'Solution') {
        throw new packaging_error/* PackagingError */.y('malformed-solution', `The root element is ${root.name}, not Solution.`, {
            where: file,
            next: 'Give a .slnx file as Visual Studio writes it.',
        });
    }
    const folders = new Map([['', emptyFolder('')]]);
    const projects = childElements(root, 'Project').flatMap(projectOf);
    for (const element of childElements(root, 'Folder')) {
        const name = attributeOf(element, 'Name') ?? '';
        if (name.split('/').length > read_slnx_maxDepth) {
            throw new packaging_error/* PackagingError */.y('malformed-solution', `A folder lies deeper than ${read_slnx_maxDepth} folders.`, {
                where: positionIn(file, text, element.offset ?? 0),
                next: 'Correct its name; no solution is built like that.',
            });
        }
        const folder = folderAt(folders, name);
        folder.files.push(...childElements(element, 'File').flatMap((child) => attributeOf(child, 'Path') ?? []));
        folder.projects.push(...childElements(element, 'Project').flatMap(projectOf));
        projects.push(...childElements(element, 'Project').flatMap(projectOf));
    }
    return { rootFolders: folders.get('')?.folders ?? [], projects };
}
/** The folder of a full name such as `/Scripts/Group/`; parents that were not named are made. */
function folderAt(folders, written) {
    const names = written.split('/').filter(Boolean);
    const fullName = names.join('/');
    let folder = folders.get(fullName);
    if (folder === undefined) {
        folder = emptyFolder(names.at(-1));
        folders.set(fullName, folder);
        folderAt(folders, names.slice(0, -1).join('/')).folders.push(folder);
    }
    return folder;
}
function projectOf(element) {
    const path = attributeOf(element, 'Path') ?? '';
    const { name, ext } = (0,win32_.parse)(path);
    const type = attributeOf(element, 'Type');
    const isCSharp = type === undefined ? ext.toLowerCase() === '.csproj' : /^(classic )?c#$/i.test(type) || isCSharpType(type);
    return isCSharp ? [{ name, displayName: attributeOf(element, 'DisplayName') ?? name, path }] : [];
}

;// CONCATENATED MODULE: ./src/packaging/solution/read-solution.ts


/**
 * Reads a `.sln` or `.slnx` file of a work tree.
 * @throws PackagingError `malformed-solution`, `malformed-xml`, or what keeps the file from being read
 */
async function readSolution(file, tree) {
    const shown = tree.show(file);
    const text = await tree.readText(file);
    return file.toLowerCase().endsWith('.slnx') ? readSlnx(text, shown) : readSln(text, shown);
}

;// CONCATENATED MODULE: ./src/packaging/solution/script-sources.ts





/**
 * The scripts of a classic solution, in discovery order (packaging spec 4.1 and 4.2); none for a solution of another kind.
 * @param file absolute path of the `.sln` or `.slnx` file
 * @throws PackagingError `file-not-found`, or what is wrong with a file
 */
async function readScriptSources(solution, file, tree) {
    const sources = [];
    for (const folder of breadthFirst(scriptsFolderOf(solution)?.folders ?? [])) {
        sources.push(...(await script_sources_sourcesIn(folder, file, tree)));
    }
    return sources;
}
/** The solution folder that makes a solution a classic one; the name counts with its case (packaging spec 4.1). */
function scriptsFolderOf({ rootFolders }) {
    return rootFolders.find(({ name }) => name === 'Scripts');
}
async function script_sources_sourcesIn(folder, solution, tree) {
    const sources = [];
    for (const written of folder.files.filter((name) => name.toLowerCase().endsWith('.xml'))) {
        const file = await tree.find((0,external_node_path_.dirname)(solution), written, tree.show(solution));
        if (file === undefined) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `The script file ${written} does not exist.`, {
                where: tree.show(solution),
                next: 'Add the file, or remove it from the solution.',
            });
        }
        const source = await tree.readText(file, { strict: true });
        if (!/dmsscript/i.test(source)) {
            continue; // some other XML file, well-formed or not
        }
        const document = parseXml(source, tree.show(file));
        if (localName(document.root).toLowerCase() === 'dmsscript') {
            sources.push({ file, source, document, projects: script_sources_projectsOf(folder) });
        }
    }
    return sources;
}
/** The projects in the folder `Actions` beside the script, then those in the folders below it. */
function script_sources_projectsOf(folder) {
    const actions = folder.folders.find(({ name }) => name === 'Actions');
    return actions === undefined ? [] : breadthFirst([actions]).flatMap(({ projects }) => projects);
}

;// CONCATENATED MODULE: ./src/packaging/plan-package.ts








/**
 * What a solution or a single project brings into a package. A solution whose folder `Scripts` holds scripts is a classic one,
 * whatever else it has; any other is made of projects of the DataMiner SDK (packaging spec 3, 4 and 17).
 * @param solution absolute path of the solution or project file
 * @throws PackagingError for what is wrong with it
 */
async function planPackage(solution, planning) {
    const { tree, projects } = planning;
    if ((0,find_solution.isProjectFile)(solution)) {
        return projectPlan(solution, planning);
    }
    const read = await readSolution(solution, tree);
    const sources = await readScriptSources(read, solution, tree);
    if (sources.length > 0) {
        const plan = await classicPlan(solution, sources, planning);
        return { ...plan, warnings: [...plan.warnings, ...(await leftOutProjects(read, solution, sources, tree))] };
    }
    const dataMinerProjects = await dataMinerProjectsOf(read, solution, projects);
    if (dataMinerProjects.length > 0) {
        return sdkPlan(solution, dataMinerProjects, planning);
    }
    if (scriptsFolderOf(read) === undefined) {
        throw new packaging_error/* PackagingError */.y('no-scripts-folder', "The solution has neither a solution folder 'Scripts' at its root nor a project with a DataMinerType.", {
            where: tree.show(solution),
            next: "Add a solution folder named exactly 'Scripts' with a folder in it for each script, or projects of the DataMiner SDK.",
        });
    }
    throw new packaging_error/* PackagingError */.y('no-scripts', 'The solution has no Automation script.', {
        where: tree.show(solution),
        next: "List each script's XML file as a solution item in a folder below the solution folder 'Scripts'.",
    });
}

;// CONCATENATED MODULE: ./src/packaging/project/data-miner-properties.ts
/** @throws PackagingError `unsupported-project` for a property that cannot be known */
function dataMinerProperties(evaluation) {
    const type = evaluation.neededProperty('DataMinerType');
    const read = (name) => (type === '' ? '' : evaluation.neededProperty(name));
    return {
        type,
        generatesPackage: read('GenerateDataMinerPackage').toLowerCase() === 'true',
        packageId: read('PackageId') || read('AssemblyName') || evaluation.name,
        minimumDmVersion: read('MinimumRequiredDmVersion'),
        minimumWebVersion: read('MinimumRequiredDmWebVersion'),
        solutionId: read('DataMinerSolutionId'),
    };
}

;// CONCATENATED MODULE: ./src/packaging/project/msbuild-value.ts
const nothing = { text: '' };
/** Properties that double each other would fill the memory: no real text comes near this many characters. */
const maxTextLength = 1024 * 1024;
/** Nested property functions would use up the stack: no real one has this many characters. */
const maxExpressionLength = 4096;
/**
 * Expands `$(Name)` and the property functions that we have (packaging spec 6.7). Item lists and metadata stay as they
 * are and mark the value as unsupported, and so do other functions.
 */
async function expand(text, scope) {
    let expanded = '';
    let unsupported;
    let from = 0;
    for (let start = text.indexOf('$('); start !== -1; start = text.indexOf('$(', from)) {
        const end = closingOf(text, start + 1);
        if (end === -1) {
            break;
        }
        const value = await evaluate(text.slice(start + 2, end), scope);
        expanded += text.slice(from, start) + value.text;
        unsupported ??= value.unsupported;
        if (expanded.length > maxTextLength) {
            return { text: '', unsupported: `a text of more than ${maxTextLength} characters` };
        }
        from = end + 1;
    }
    expanded += text.slice(from);
    return { text: expanded, unsupported: unsupported ?? /[@%]\([^)]*\)/.exec(text)?.[0] };
}
/** Turns `%28` and the like into the characters that they stand for, which MSBuild does last of all. */
function unescapeValue(text) {
    return text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
/** Index of the parenthesis that closes the one at `open`, quotes respected; -1 when there is none. */
function closingOf(text, open) {
    let depth = 0;
    let quote;
    for (let index = open; index < text.length; index += 1) {
        const character = text[index];
        if (quote !== undefined) {
            quote = character === quote ? undefined : quote;
        }
        else if (character === "'" || character === '"' || character === '`') {
            quote = character;
        }
        else if (character === '(') {
            depth += 1;
        }
        else if (character === ')') {
            depth -= 1;
            if (depth === 0) {
                return index;
            }
        }
    }
    return -1;
}
async function evaluate(expression, scope) {
    const body = expression.trim();
    if (body.length > maxExpressionLength) {
        return { text: '', unsupported: `an expression of more than ${maxExpressionLength} characters` };
    }
    if (/^\w[\w.-]*$/.test(body) && !body.includes('.')) {
        return scope.property(body);
    }
    const call = /^\[([\w.]+)\]::(\w+)\((.*)\)$/s.exec(body);
    if (call) {
        const args = [];
        for (const argument of argumentsIn(call[3])) {
            const { text, unsupported } = await expand(argument, scope);
            if (unsupported !== undefined) {
                return { text: '', unsupported };
            }
            args.push(text);
        }
        const result = await scope.call(`[${call[1]}]::${call[2]}`.toLowerCase(), args);
        if (result !== undefined) {
            return { text: result };
        }
    }
    return { text: '', unsupported: `$(${body})` };
}
function argumentsIn(list) {
    const found = list.match(/'[^']*'|"[^"]*"|`[^`]*`|[^,]+/g) ?? [];
    return found
        .map((argument) => argument.trim().replace(/^(['"`])(.*)\1$/s, '$2'))
        .filter((argument) => argument !== '');
}

;// CONCATENATED MODULE: ./src/packaging/project/msbuild-condition.ts

/** Far more than any real condition has, far from the end of the stack: characters, and parts such as a text or a sign. */
const maxLength = 16_384;
const maxTokens = 1000;
const symbol = /\s*(==|!=|<=|>=|<|>|!|\(|\)|,)/y;
const word = /\s*([^\s()!=<>,'"$]+)/y;
/**
 * Evaluates an MSBuild condition: `and`, `or`, `!`, parentheses, comparisons, `Exists` and `HasTrailingSlash`
 * (packaging spec 6.7).
 * @throws SyntaxError for a text that is no condition
 */
async function conditionHolds(condition, scope) {
    const tokens = condition.length > maxLength ? undefined : tokensOf(condition);
    if (tokens === undefined || tokens.length > maxTokens) {
        throw new SyntaxError(`it has more than ${maxLength} characters or ${maxTokens} parts`);
    }
    const parser = new ConditionParser(tokens, scope);
    const evaluate = parser.or();
    parser.expectEnd();
    return evaluate();
}
function tokensOf(condition) {
    const tokens = [];
    const text = condition.trimEnd();
    let index = 0;
    while (index < text.length) {
        const rest = /\s*/y;
        rest.lastIndex = index;
        index += rest.exec(text)?.[0].length ?? 0;
        const character = text[index];
        if (character === "'" || character === '"') {
            const end = closingQuote(text, index);
            tokens.push({ kind: 'text', raw: text.slice(index + 1, end) });
            index = end + 1;
        }
        else if (character === '$') {
            const end = closingOf(text, index + 1);
            if (end === -1) {
                throw new SyntaxError('a property reference is not closed');
            }
            tokens.push({ kind: 'text', raw: text.slice(index, end + 1) });
            index = end + 1;
        }
        else {
            symbol.lastIndex = word.lastIndex = index;
            const found = symbol.exec(text);
            const other = found ? null : word.exec(text);
            if (found) {
                tokens.push({ kind: 'symbol', symbol: found[1] });
                index = symbol.lastIndex;
            }
            else if (other) {
                const raw = other[1];
                tokens.push(/^(and|or)$/i.test(raw) ? { kind: 'symbol', symbol: raw.toLowerCase() } : { kind: 'text', raw });
                index = word.lastIndex;
            }
            else {
                throw new SyntaxError(`'${character}' is not expected`);
            }
        }
    }
    return tokens;
}
/** Quotes inside a `$(…)` do not end the string around it. */
function closingQuote(text, open) {
    for (let index = open + 1; index < text.length; index += 1) {
        if (text[index] === text[open]) {
            return index;
        }
        if (text.startsWith('$(', index)) {
            const end = closingOf(text, index + 1);
            index = end === -1 ? index : end;
        }
    }
    throw new SyntaxError('a quote is not closed');
}
/** Recursive descent; `or` binds weakest. */
class ConditionParser {
    #tokens;
    #scope;
    #next = 0;
    constructor(tokens, scope) {
        this.#tokens = tokens;
        this.#scope = scope;
    }
    or() {
        let left = this.#and();
        while (this.#take('or')) {
            left = combined(left, this.#and(), true);
        }
        return left;
    }
    expectEnd() {
        if (this.#next < this.#tokens.length) {
            throw new SyntaxError('there is more text than one condition');
        }
    }
    #and() {
        let left = this.#factor();
        while (this.#take('and')) {
            left = combined(left, this.#factor(), false);
        }
        return left;
    }
    #factor() {
        if (this.#take('!')) {
            const inner = this.#factor();
            return async () => {
                const { holds, unsupported } = await inner();
                return { holds: !holds, unsupported };
            };
        }
        if (this.#take('(')) {
            const inner = this.or();
            this.#expect(')');
            return inner;
        }
        const left = this.#text();
        if (this.#take('(')) {
            const argument = this.#text();
            this.#expect(')');
            return () => this.#function(left, argument);
        }
        const operator = ['==', '!=', '<', '>', '<=', '>='].find((candidate) => this.#take(candidate));
        return operator === undefined ? () => this.#truth(left) : this.#comparison(left, operator, this.#text());
    }
    async #truth(raw) {
        const value = await expand(raw, this.#scope);
        return { holds: truthOf(value), unsupported: value.unsupported };
    }
    #comparison(left, operator, right) {
        return async () => {
            const [a, b] = [await expand(left, this.#scope), await expand(right, this.#scope)];
            const unsupported = a.unsupported ?? b.unsupported;
            return { holds: unsupported === undefined && compare(a.text, operator, b.text), unsupported };
        };
    }
    async #function(name, argument) {
        const { text, unsupported } = await expand(argument, this.#scope);
        switch (name.toLowerCase()) {
            case 'exists':
                return { holds: unsupported === undefined && (await this.#scope.exists(text)), unsupported };
            case 'hastrailingslash':
                return { holds: /[\\/]$/.test(text), unsupported };
            default:
                return { holds: false, unsupported: `${name}()` };
        }
    }
    #take(wanted) {
        const token = this.#tokens[this.#next];
        const found = token?.kind === 'symbol' && token.symbol === wanted;
        this.#next += found ? 1 : 0;
        return found;
    }
    #expect(wanted) {
        if (!this.#take(wanted)) {
            throw new SyntaxError(`'${wanted}' is expected`);
        }
    }
    #text() {
        const token = this.#tokens[this.#next];
        if (token?.kind !== 'text') {
            throw new SyntaxError('a value is expected');
        }
        this.#next += 1;
        return token.raw;
    }
}
/** `or` when `decisive` is true, `and` when it is false: one side with that outcome decides, whatever the other is. */
function combined(left, right, decisive) {
    return async () => {
        const first = await left();
        if (first.unsupported === undefined && first.holds === decisive) {
            return first;
        }
        const second = await right();
        if (second.unsupported === undefined && second.holds === decisive) {
            return second;
        }
        return { holds: !decisive, unsupported: first.unsupported ?? second.unsupported };
    };
}
function truthOf({ text, unsupported }) {
    if (/^(true|on|yes|!false|!off|!no)$/i.test(text)) {
        return true;
    }
    if (unsupported === undefined && !/^(false|off|no|!true|!on|!yes)$/i.test(text)) {
        throw new SyntaxError(`'${text}' is neither true nor false`);
    }
    return false;
}
function compare(left, operator, right) {
    switch (operator) {
        case '==':
            return equal(left, right);
        case '!=':
            return !equal(left, right);
        default: {
            const difference = versionDifference(left, right);
            return operator.startsWith('<')
                ? difference < 0 || (operator === '<=' && difference === 0)
                : difference > 0 || (operator === '>=' && difference === 0);
        }
    }
}
/** Numbers are equal by value (`4.0` and `4.00`), everything else as text without case. */
function equal(left, right) {
    const numeric = /^[+-]?\d+(?:\.\d+)?$/;
    return numeric.test(left) && numeric.test(right)
        ? Number(left) === Number(right)
        : left.toLowerCase() === right.toLowerCase();
}
function versionDifference(left, right) {
    const [a, b] = [left, right].map((text) => {
        if (!/^\d+(\.\d+)*$/.test(text)) {
            throw new SyntaxError(`'${text}' is no number`);
        }
        return text.split('.').map(Number);
    });
    for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0) {
            return difference;
        }
    }
    return 0;
}

;// CONCATENATED MODULE: ./src/packaging/project/reserved-properties.ts

/**
 * Properties that name the project (`MSBuildProject…`) and the file that is being read (`MSBuildThisFile…`); the folder
 * of the latter ends with a separator.
 * @param project absolute path of the project file
 * @param thisFile absolute path of the file being read
 */
function reservedProperty(name, project, thisFile) {
    const [, subject, part] = /^MSBuild(ThisFile|Project)(\w*)$/i.exec(name) ?? [];
    const isThisFile = subject?.toLowerCase() === 'thisfile';
    const path = isThisFile ? thisFile : project;
    switch (part?.toLowerCase()) {
        case isThisFile ? '' : 'file':
            return { text: (0,external_node_path_.parse)(path).base };
        case 'name':
            return { text: (0,external_node_path_.parse)(path).name };
        case 'extension':
            return { text: (0,external_node_path_.extname)(path) };
        case 'fullpath':
            return { text: path };
        case 'directory':
            return { text: isThisFile ? (0,external_node_path_.dirname)(path) + external_node_path_.sep : (0,external_node_path_.dirname)(path) };
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/packaging/project/toolset.ts

/** Stands for the folders of an MSBuild installation, which packaging has none of. */
const toolsetFolder = '<msbuild>';
const toolsetFolders = [
    'DevEnvDir',
    'MSBuildBinPath',
    'MSBuildExtensionsPath',
    'MSBuildExtensionsPath32',
    'MSBuildExtensionsPath64',
    'MSBuildFrameworkToolsPath',
    'MSBuildSDKsPath',
    'MSBuildToolsPath',
    'MSBuildUserExtensionsPath',
    'VSToolsPath',
];
/**
 * Properties that every evaluation starts from: those of MSBuild 17 on Windows, where DataMiner scripts are built. No
 * global properties and no environment variables (packaging spec 6.2).
 */
function toolsetProperties(nugetPackagesFolder) {
    const properties = {
        OS: 'Windows_NT',
        MSBuildRuntimeType: 'Full',
        MSBuildAssemblyVersion: '17.0',
        MSBuildToolsVersion: 'Current',
        MSBuildVersion: '17.0.0',
        VisualStudioVersion: '17.0',
        NuGetPackageRoot: nugetPackagesFolder.replace(/[\\/]*$/, '/'),
    };
    for (const name of toolsetFolders) {
        properties[name] = toolsetFolder;
    }
    return new Map(Object.entries(properties).map(([name, text]) => [name.toLowerCase(), { text }]));
}
/** A file of the MSBuild installation: which part it plays for us, or `other`; undefined for files of the repository. */
function toolsetImport(path) {
    if (!path.startsWith(toolsetFolder)) {
        return undefined;
    }
    switch ((0,files_paths/* fileNameOf */.bV)(path).toLowerCase()) {
        case 'microsoft.common.props':
            return 'props';
        case 'microsoft.csharp.targets':
        case 'microsoft.common.targets':
            return 'targets';
        default:
            return 'other';
    }
}
/** What the .NET SDK references in a .NET Framework project by itself, in its order (packaging spec 6.3). */
function implicitReferences(frameworkVersion) {
    const since = [
        ['System', 0],
        ['System.Data', 0],
        ['System.Drawing', 0],
        ['System.Xml', 0],
        ['System.Core', 3.5],
        ['System.Runtime.Serialization', 3.5],
        ['System.Xml.Linq', 3.5],
        ['System.Numerics', 4],
        ['System.IO.Compression.FileSystem', 4.5],
    ];
    return since.filter(([, version]) => version <= frameworkVersion).map(([name]) => name);
}
/**
 * The version of a .NET Framework short name as a number: `net48` is 4.8, `net462` is 4.62; undefined for others. Of
 * several the first .NET Framework counts (packaging spec 6.2).
 */
function netFrameworkVersion(targetFrameworks) {
    const [, major, minor] = /(?:^|;)\s*net(\d)(\d{1,2})\s*(?:;|$)/i.exec(targetFrameworks) ?? [];
    return major !== undefined && Number(major) < 5 ? Number(`${major}.${minor}`) : undefined;
}
/** Never part of the implicit `**` + `/*.cs` of an SDK-style project (packaging spec 6.3). */
const defaultItemExcludes = [
    '**/*.user',
    '**/*.*proj',
    '**/*.sln',
    '**/*.slnx',
    '**/*.vssscc',
    '**/.DS_Store',
    '**/.*/**',
];

;// CONCATENATED MODULE: ./src/packaging/project/evaluation.ts









/**
 * The first of MSBuild's two passes over a project and everything that it imports: properties get their values, and
 * item groups are listed in order (packaging spec 6.2, 6.7).
 */
class Evaluation {
    project;
    folder;
    steps = [];
    #files;
    #properties;
    #imported = new Set();
    #sdk;
    constructor(project, files, nugetPackagesFolder) {
        this.project = project;
        this.folder = (0,external_node_path_.dirname)(project.path);
        this.#files = files;
        this.#properties = toolsetProperties(nugetPackagesFolder);
    }
    /** @throws PackagingError for what is wrong with the project or one of its imports */
    static async of(path, files, nugetPackagesFolder) {
        const project = await files.read(path);
        const evaluation = new Evaluation(project, files, nugetPackagesFolder);
        const sdk = attributeOf(project.root, 'Sdk') ?? (childElements(project.root, 'Sdk').map(evaluation_nameOf).join(';') || undefined);
        if (sdk !== undefined) {
            await evaluation.#sdkProps(sdk);
        }
        await evaluation.#visit(project);
        if (sdk !== undefined) {
            await evaluation.#directoryFile('Directory.Build.targets');
        }
        return evaluation;
    }
    /** `sdk` once any SDK took part. */
    get style() {
        return this.#sdk === undefined ? 'legacy' : 'sdk';
    }
    /** The final text of a property; empty when it is not set. */
    property(name) {
        return this.#properties.get(name.toLowerCase()) ?? { text: '' };
    }
    /**
     * The text of a property that the result depends on.
     * @throws PackagingError `unsupported-project` when it cannot be known
     */
    neededProperty(name) {
        const { text, unsupported } = this.property(name);
        if (unsupported !== undefined) {
            throw this.unsupported(`the property ${name} depends on ${unsupported}`, this.project, this.project.root);
        }
        return text.trim();
    }
    async expand(text, file) {
        return expand(text, this.#scope(file, this.folder));
    }
    /** Whether an element counts, by its `Condition`. */
    async condition(element, file, folder = this.folder) {
        const condition = attributeOf(element, 'Condition')?.trim() ?? '';
        if (condition === '') {
            return { holds: true };
        }
        try {
            return await conditionHolds(condition, this.#scope(file, folder));
        }
        catch (cause) {
            if (!(cause instanceof SyntaxError)) {
                throw cause;
            }
            const shown = condition.length > 200 ? `${condition.slice(0, 200)}…` : condition;
            throw new packaging_error/* PackagingError */.y('malformed-project', `The condition "${shown}" cannot be read: ${cause.message}.`, {
                where: this.#where(file, element),
                next: 'Correct the condition.',
                cause,
            });
        }
    }
    /** The children of the branch that a `Choose` takes. */
    async chosen(choose, file) {
        for (const when of childElements(choose, 'When')) {
            const { holds, unsupported } = await this.condition(when, file);
            if (unsupported !== undefined) {
                throw this.unsupported(`a condition depends on ${unsupported}`, file, when);
            }
            if (holds) {
                return childElements(when);
            }
        }
        return childElements(choose, 'Otherwise').flatMap((otherwise) => childElements(otherwise));
    }
    unsupported(what, file, element) {
        return new packaging_error/* PackagingError */.y('unsupported-project', `The project ${this.name} cannot be evaluated: ${what}.`, {
            where: this.#where(file, element),
            next: 'Write it with plain properties, conditions and file lists; this tool does not run MSBuild.',
        });
    }
    get name() {
        return (0,external_node_path_.parse)(this.project.path).name;
    }
    async #visit(file) {
        if (this.#imported.has(file.path)) {
            return; // MSBuild, too, takes the first import of a file only
        }
        this.#imported.add(file.path);
        for (const element of childElements(file.root)) {
            await this.#visitElement(element, file);
        }
    }
    async #visitElement(element, file) {
        switch (localName(element)) {
            case 'PropertyGroup':
                return this.#propertyGroup(element, file);
            case 'ItemGroup':
                this.steps.push({ element, file });
                return;
            case 'Choose':
                this.steps.push({ element, file });
                for (const child of await this.chosen(element, file)) {
                    if (localName(child) === 'PropertyGroup') {
                        await this.#propertyGroup(child, file);
                    }
                }
                return;
            case 'Import':
                return this.#import(element, file);
            case 'ImportGroup': {
                const { holds, unsupported } = await this.condition(element, file, (0,external_node_path_.dirname)(file.path));
                for (const child of holds || unsupported !== undefined ? childElements(element, 'Import') : []) {
                    await this.#import(child, file, unsupported);
                }
                return;
            }
        }
    }
    async #propertyGroup(group, file) {
        const groupVerdict = await this.condition(group, file);
        if (!groupVerdict.holds && groupVerdict.unsupported === undefined) {
            return;
        }
        for (const element of childElements(group)) {
            const verdict = await this.condition(element, file);
            const doubt = groupVerdict.unsupported ?? verdict.unsupported;
            if (verdict.holds || doubt !== undefined) {
                const { text, unsupported } = await this.expand(textOf(element), file);
                this.#properties.set(localName(element).toLowerCase(), { text, unsupported: doubt ?? unsupported });
            }
        }
    }
    async #import(element, file, doubt) {
        const { holds, unsupported } = await this.condition(element, file, (0,external_node_path_.dirname)(file.path));
        if (!holds && unsupported === undefined && doubt === undefined) {
            return;
        }
        const sdk = attributeOf(element, 'Sdk');
        const written = await this.expand(attributeOf(element, 'Project') ?? '', file);
        const part = sdk === undefined ? toolsetImport(written.text) : /\.props$/i.test(written.text) ? 'props' : 'targets';
        if (part !== undefined) {
            return this.#toolsetPart(part, sdk);
        }
        const unknown = doubt ?? unsupported ?? written.unsupported;
        if (unknown !== undefined || /[*?]/.test(written.text)) {
            throw this.unsupported(`an import depends on ${unknown ?? 'wildcards'}`, file, element);
        }
        await this.#visit(await this.#files.read(await this.#importedPath(written.text, file, element)));
    }
    async #toolsetPart(part, sdk) {
        if (part === 'props') {
            await (sdk === undefined ? this.#directoryProps() : this.#sdkProps(sdk));
        }
        else if (part === 'targets') {
            await this.#directoryFile('Directory.Build.targets');
        }
    }
    /** Imports come from inside the root, or from a folder above it as MSBuild's own search upward finds them. */
    async #importedPath(written, file, element) {
        const where = this.#where(file, element);
        const folder = (0,external_node_path_.dirname)(file.path);
        const path = (0,external_node_path_.resolve)(folder, (0,files_paths/* toPlatform */.rE)(written));
        const isAncestor = !this.#files.tree.contains(path) && (0,files_paths/* isWithin */.UO)((0,external_node_path_.dirname)(path), this.folder);
        const found = isAncestor ? (await (0,files_paths/* isFile */.fo)(path)) && path : await this.#files.tree.find(folder, written, where);
        if (!found) {
            throw new packaging_error/* PackagingError */.y('file-not-found', `The project ${this.name} imports '${written}', which does not exist.`, {
                where,
                next: 'Add the file or remove the import.',
            });
        }
        return found;
    }
    async #sdkProps(sdk) {
        this.#sdk = sdk;
        await this.#directoryProps();
        this.#default('Configuration', 'Debug');
        this.#default('Platform', 'AnyCPU');
        this.#default('BaseOutputPath', 'bin\\');
        this.#default('BaseIntermediateOutputPath', 'obj\\');
        // Set after the props of the repository, so only the project itself can have it otherwise (packaging spec 6.3).
        if (/(^|;)\s*Skyline\.DataMiner\.Sdk\s*([/;]|$)/i.test(sdk)) {
            this.#properties.set('disableimplicitframeworkreferences', { text: 'true' });
        }
        this.steps.push('sdk-default-items');
    }
    #default(name, text) {
        if (this.property(name).text === '') {
            this.#properties.set(name.toLowerCase(), { text });
        }
    }
    async #directoryProps() {
        await this.#directoryFile('Directory.Build.props');
        await this.#directoryFile('Directory.Packages.props');
    }
    async #directoryFile(name) {
        const path = await (0,files_paths/* fileAbove */.Cs)(this.folder, name);
        if (path !== undefined) {
            const { tree } = this.#files;
            if (tree.contains(path)) {
                await tree.find((0,external_node_path_.dirname)(path), name, tree.show(this.project.path)); // refuses a link that leads out
            }
            await this.#visit(await this.#files.read(path));
        }
    }
    #scope(file, folder) {
        return {
            property: (name) => reservedProperty(name, this.project.path, file.path) ?? this.property(name),
            call: (name, args) => this.#call(name, args, file),
            exists: (written) => this.#exists(folder, written),
        };
    }
    async #call(name, args, file) {
        const [first = '', second] = args;
        switch (name) {
            case '[msbuild]::getpathoffileabove':
                return (await (0,files_paths/* fileAbove */.Cs)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), (0,files_paths/* toPlatform */.rE)(second ?? '.')), first)) ?? '';
            case '[msbuild]::getdirectorynameoffileabove': {
                const found = await (0,files_paths/* fileAbove */.Cs)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), (0,files_paths/* toPlatform */.rE)(first)), second ?? '');
                return found === undefined ? '' : (0,external_node_path_.dirname)(found);
            }
            default:
                return undefined;
        }
    }
    async #exists(folder, written) {
        const part = toolsetImport(written);
        if (part !== undefined) {
            return part !== 'other';
        }
        if (written.trim() === '' || (external_node_path_.sep === '/' && (0,files_paths/* isWindowsRooted */.HY)(written))) {
            return false;
        }
        const path = (0,external_node_path_.resolve)(folder, (0,files_paths/* toPlatform */.rE)(written));
        return this.#files.tree.contains(path)
            ? (await this.#files.tree.find(folder, written, this.#files.tree.show(this.project.path))) !== undefined
            : (0,files_paths/* isFile */.fo)(path);
    }
    #where(file, element) {
        return positionIn(this.#files.tree.show(file.path), file.source, element.offset ?? 0);
    }
}
function evaluation_nameOf(element) {
    return attributeOf(element, 'Name') ?? '';
}

;// CONCATENATED MODULE: ./src/packaging/project/items.ts







const neededTypes = [
    'Compile',
    'Reference',
    'ProjectReference',
    'PackageReference',
    'PackageVersion',
    'GlobalPackageReference',
];
/** The second of MSBuild's two passes: evaluates the items of the types that packaging needs. */
class ItemPass {
    #evaluation;
    #tree;
    #items = new Map(neededTypes.map((type) => [type, []]));
    constructor(evaluation, tree) {
        this.#evaluation = evaluation;
        this.#tree = tree;
    }
    of(type) {
        return this.#items.get(type);
    }
    /** @throws PackagingError `unsupported-project` for a construct that decides about a needed item */
    async run() {
        for (const step of this.#evaluation.steps) {
            if (step === 'sdk-default-items') {
                await this.#defaultItems();
            }
            else if (localName(step.element) === 'Choose') {
                for (const child of await this.#evaluation.chosen(step.element, step.file)) {
                    if (localName(child) === 'ItemGroup') {
                        await this.#group(child, step.file);
                    }
                }
            }
            else {
                await this.#group(step.element, step.file);
            }
        }
    }
    async #group(group, file) {
        const elements = childElements(group).filter((element) => items_typeOf(element) !== undefined);
        if (elements.length === 0 || !(await this.#counts(group, file))) {
            return;
        }
        for (const element of elements) {
            if (await this.#counts(element, file)) {
                await this.#item(element, items_typeOf(element), file);
            }
        }
    }
    async #counts(element, file) {
        const { holds, unsupported } = await this.#evaluation.condition(element, file);
        if (unsupported !== undefined) {
            throw this.#evaluation.unsupported(`a condition depends on ${unsupported}`, file, element);
        }
        return holds;
    }
    async #item(element, type, file) {
        const items = this.#items.get(type);
        const [include, exclude, remove, update] = await Promise.all(['Include', 'Exclude', 'Remove', 'Update'].map((name) => this.#list(element, name, file)));
        const metadata = await this.#metadata(element, file);
        for (const specification of include ?? []) {
            const excluded = this.#matcher(exclude ?? []);
            for (const item of await this.#included(specification, excluded, { element, file, metadata })) {
                items.push(item);
            }
        }
        if (remove !== undefined && remove.length > 0) {
            const removed = this.#matcher(remove);
            this.#items.set(type, items.filter((item) => !removed(item)));
        }
        if (update !== undefined && update.length > 0) {
            const updated = this.#matcher(update);
            this.#items.set(type, items.map((item) => (updated(item) ? { ...item, metadata: new Map([...item.metadata, ...metadata]) } : item)));
        }
    }
    async #list(element, name, file) {
        const { text, unsupported } = await this.#evaluation.expand(attributeOf(element, name) ?? '', file);
        if (unsupported !== undefined) {
            throw this.#evaluation.unsupported(`${localName(element)} ${name} depends on ${unsupported}`, file, element);
        }
        return text
            .split(';')
            .map((specification) => specification.trim())
            .filter((specification) => specification !== '');
    }
    async #metadata(element, file) {
        const metadata = new Map();
        for (const { name } of element.attributes) {
            metadata.set(name.toLowerCase(), await this.#evaluation.expand(attributeOf(element, name) ?? '', file));
        }
        for (const child of childElements(element)) {
            const { holds, unsupported } = await this.#evaluation.condition(child, file);
            if (holds || unsupported !== undefined) {
                const value = await this.#evaluation.expand(textOf(child), file);
                metadata.set(localName(child).toLowerCase(), {
                    text: value.text,
                    unsupported: unsupported ?? value.unsupported,
                });
            }
        }
        return metadata;
    }
    async #included(specification, excluded, origin) {
        const includes = hasWildcards(specification)
            ? await this.#globbed(specification, origin)
            : [unescapeValue(specification)];
        return includes
            .map((include) => {
            const path = (0,external_node_path_.resolve)(this.#evaluation.folder, (0,files_paths/* toPlatform */.rE)(include));
            return { ...origin, include, path, name: this.#nameOf(include, path, origin.file) };
        })
            .filter((item) => !excluded(item));
    }
    async #globbed(specification, origin) {
        const written = specification.replaceAll('\\', '/');
        const fixed = fixedFolderOf(written);
        const where = positionIn(this.#tree.show(origin.file.path), origin.file.source, origin.element.offset ?? 0);
        const folder = await this.#tree.find(this.#evaluation.folder, fixed || '.', where);
        if (folder === undefined) {
            return [];
        }
        const matches = globMatcher(fixed === '' ? written : written.slice(fixed.length + 1));
        const files = await this.#tree.walk(folder);
        return files.filter(({ name }) => matches(name)).map(({ name }) => (fixed === '' ? name : `${fixed}/${name}`));
    }
    /** The implicit source files of an SDK-style project (packaging spec 6.3). */
    async #defaultItems() {
        const off = ['EnableDefaultItems', 'EnableDefaultCompileItems'].some((name) => this.#evaluation.neededProperty(name).toLowerCase() === 'false');
        if (off) {
            return;
        }
        const { folder, project } = this.#evaluation;
        const outputs = ['BaseOutputPath', 'BaseIntermediateOutputPath'].map((name) => `${slashed((0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(folder, (0,files_paths/* toPlatform */.rE)(this.#evaluation.neededProperty(name)))))}/**`);
        const excluded = [...outputs, ...defaultItemExcludes].map(globMatcher);
        const isExcluded = (name) => excluded.some((matches) => matches(name));
        // A folder is left out when a pattern covers everything in it; "/x" stands for anything.
        const files = await this.#tree.walk(folder, (name) => !isExcluded(`${name}/x`));
        const items = this.#items.get('Compile');
        for (const { name, path } of files) {
            if (/\.cs$/i.test(name) && !isExcluded(name)) {
                const include = (0,files_paths/* toWindows */.VM)(name);
                items.push({ include, path, name: include, metadata: new Map(), element: project.root, file: project });
            }
        }
    }
    /** Matches items as paths (wildcards allowed) and, for names such as `System.Xml`, as text; case never counts. */
    #matcher(specifications) {
        const texts = new Set();
        const globs = [];
        for (const specification of specifications) {
            const path = (0,external_node_path_.resolve)(this.#evaluation.folder, (0,files_paths/* toPlatform */.rE)(specification));
            if (hasWildcards(specification)) {
                globs.push(globMatcher(slashed(path)));
            }
            else {
                texts.add(path.toLowerCase());
            }
        }
        return ({ path }) => texts.has(path.toLowerCase()) || globs.some((matches) => matches(slashed(path)));
    }
    #nameOf(include, path, file) {
        const isShared = (0,external_node_path_.extname)(file.path).toLowerCase() === '.projitems';
        if (!isShared && !(0,external_node_path_.isAbsolute)((0,files_paths/* toPlatform */.rE)(include))) {
            return (0,files_paths/* toWindows */.VM)(include);
        }
        return (0,files_paths/* toWindows */.VM)(slashed((0,external_node_path_.relative)(isShared ? (0,external_node_path_.dirname)(file.path) : this.#evaluation.folder, path)));
    }
}
function items_typeOf(element) {
    const name = localName(element).toLowerCase();
    return neededTypes.find((type) => type.toLowerCase() === name);
}
function slashed(path) {
    return path.replaceAll(external_node_path_.sep, '/');
}

;// CONCATENATED MODULE: ./src/packaging/project/project-files.ts




/** Reads each MSBuild file once, however many projects import it. */
class ProjectFiles {
    tree;
    #files = new Map();
    constructor(tree) {
        this.tree = tree;
    }
    /** @throws PackagingError `malformed-xml` or `malformed-project` */
    read(path) {
        let file = this.#files.get(path);
        if (file === undefined) {
            file = this.#parse(path);
            this.#files.set(path, file);
        }
        return file;
    }
    async #parse(path) {
        const shown = this.tree.show(path);
        const source = await readTextFile(path, shown, true);
        const { root } = parseXml(source, shown);
        if (localName(root) !== 'Project') {
            throw new packaging_error/* PackagingError */.y('malformed-project', `The root element is ${root.name}, not Project.`, {
                where: shown,
                next: 'Correct the file, or do not import it.',
            });
        }
        return { path, source, root };
    }
}

;// CONCATENATED MODULE: ./src/packaging/project/evaluate-project.ts








/** Evaluates C# projects, each once, however many scripts use it (packaging spec 6). */
class Projects {
    #tree;
    #files;
    #nugetPackagesFolder;
    #evaluations = new Map();
    #projects = new Map();
    constructor(tree, nugetPackagesFolder) {
        this.#tree = tree;
        this.#files = new ProjectFiles(tree);
        this.#nugetPackagesFolder = nugetPackagesFolder;
    }
    /**
     * @param by absolute path of the solution or project that names the project
     * @param written path of the project file as it is written there
     * @throws PackagingError `project-not-found`, or what is wrong with the project
     */
    async load(by, written) {
        return this.at(await this.find(by, written));
    }
    /** The path on disk of a project file; parameters and errors as for {@link load}. */
    async find(by, written) {
        const where = this.#tree.show(by);
        const path = await this.#tree.find((0,external_node_path_.dirname)(by), written, where);
        if (path === undefined) {
            throw new packaging_error/* PackagingError */.y('project-not-found', `The project file ${written} does not exist.`, {
                where,
                next: `Add the file, or remove the project from ${(0,external_node_path_.basename)(by)}.`,
            });
        }
        return path;
    }
    /** @param path absolute path of the project file on disk */
    at(path) {
        return remembered(this.#projects, path, () => this.#project(path));
    }
    /** What the project says of itself; its items are not looked at. */
    async propertiesAt(path) {
        return dataMinerProperties(await this.#evaluation(path));
    }
    #evaluation(path) {
        return remembered(this.#evaluations, path, () => Evaluation.of(path, this.#files, this.#nugetPackagesFolder));
    }
    async #project(path) {
        const evaluation = await this.#evaluation(path);
        const items = new ItemPass(evaluation, this.#tree);
        await items.run();
        return {
            name: evaluation.name,
            assemblyName: evaluation.property('AssemblyName').text.trim() || evaluation.name,
            file: path,
            style: evaluation.style,
            targetFramework: evaluate_project_targetFramework(evaluation),
            compile: items.of('Compile').map(({ name, path: file }) => ({ name, path: file })),
            references: references(evaluation, items),
            projectReferences: items.of('ProjectReference').map((item) => ({
                name: metadata(evaluation, item, 'Name') || (0,win32_.parse)(item.include).name,
                path: item.include,
            })),
            packageReferences: packageReferences(evaluation, items),
            lockFile: await this.#tree.find((0,external_node_path_.dirname)(path), 'packages.lock.json', this.#tree.show(path)),
        };
    }
}
function remembered(found, path, find) {
    const known = found.get(path) ?? find();
    found.set(path, known);
    return known;
}
/** Of several frameworks the first .NET Framework, which is what scripts run on (packaging spec 6.2). */
function evaluate_project_targetFramework(evaluation) {
    const text = (name) => evaluation.neededProperty(name).trim();
    if (evaluation.style === 'legacy') {
        return `.NETFramework,Version=${text('TargetFrameworkVersion') || 'v4.0'}`;
    }
    const several = text('TargetFrameworks')
        .split(';')
        .map((name) => name.trim())
        .filter(Boolean);
    const first = several.find((name) => netFrameworkVersion(name) !== undefined) ?? several[0] ?? '';
    return text('TargetFramework') || first;
}
function references(evaluation, items) {
    const written = items.of('Reference').map((item) => {
        const hintPath = metadata(evaluation, item, 'HintPath');
        return hintPath === '' ? { include: item.include } : { include: item.include, hintPath };
    });
    const framework = evaluation.style === 'sdk' &&
        evaluation.neededProperty('DisableImplicitFrameworkReferences').toLowerCase() !== 'true'
        ? netFrameworkVersion(`${evaluation.neededProperty('TargetFramework')};${evaluation.neededProperty('TargetFrameworks')}`)
        : undefined;
    if (framework === undefined) {
        return written;
    }
    const named = new Set(written.map(({ include }) => include.toLowerCase()));
    const implicit = implicitReferences(framework).filter((include) => !named.has(include.toLowerCase()));
    return [...written, ...implicit.map((include) => ({ include }))];
}
/** Versions may be managed centrally (packaging spec 6.2). */
function packageReferences(evaluation, items) {
    const isCentral = evaluation.neededProperty('ManagePackageVersionsCentrally').toLowerCase() === 'true';
    const central = new Map();
    for (const item of items.of('PackageVersion')) {
        const id = item.include.toLowerCase();
        if (central.has(id)) {
            throw new packaging_error/* PackagingError */.y('malformed-project', `The version of package ${item.include} is given twice.`, {
                where: evaluation.project.path,
                next: 'Keep one PackageVersion item for each package.',
            });
        }
        central.set(id, metadata(evaluation, item, 'Version'));
    }
    return [...items.of('GlobalPackageReference'), ...items.of('PackageReference')].map((item) => {
        const own = metadata(evaluation, item, 'Version');
        const managed = isCentral
            ? metadata(evaluation, item, 'VersionOverride') || central.get(item.include.toLowerCase())
            : undefined;
        return { id: item.include, version: own || managed || '' };
    });
}
function metadata(evaluation, item, name) {
    const { text, unsupported } = item.metadata.get(name.toLowerCase()) ?? { text: '' };
    if (unsupported !== undefined) {
        throw evaluation.unsupported(`${name} of ${item.include} depends on ${unsupported}`, item.file, item.element);
    }
    return text.trim();
}

;// CONCATENATED MODULE: ./src/packaging/csharp/using-directive.ts
const shape = /^(global\b)?\s*using\b\s*((?:static|unsafe)\b)?\s*(?:(@?[\p{L}_][\p{L}\p{N}_]*)\s*=(?!=))?\s*(.*?)\s*;$/su;
/** @param code a using directive from its first token to the semicolon */
function usingDirectiveOf(code) {
    const [, global, kind = '', alias, target = code] = shape.exec(withoutComments(code)) ?? [];
    return {
        isGlobal: global !== undefined,
        ...(alias === undefined ? {} : { alias }),
        key: JSON.stringify([kind, alias ?? '', target]),
    };
}
function withoutComments(code) {
    return code.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, ' ').trim();
}

;// CONCATENATED MODULE: ./src/packaging/csharp/combine.ts



const ruler = `//${'-'.repeat(33)}`;
/**
 * Merges the C# files of a project into one text, in the given order (packaging spec 8).
 * @param project how messages name the project
 * @throws PackagingError `code-not-combinable` for files that cannot stand in one text
 */
function combine(files, project) {
    const [first, ...others] = files;
    if (first !== undefined && others.length === 0) {
        return { text: first.text, warnings: [] };
    }
    checkNamespaces(files, project);
    const warnings = files.flatMap((file) => file.pieces.some(({ kind }) => kind === 'extern-alias')
        ? [`Project ${project}: the extern alias in ${file.name} is left out; a script cannot have one.`]
        : []);
    const parts = [usings(files, project), '\n'];
    for (const [index, file] of files.entries()) {
        parts.push(`${index === 0 ? '' : '\n'}${ruler}\n// ${file.name}\n${ruler}\n`);
        parts.push(...file.pieces.filter(({ kind }) => kind !== 'using').map(memberText), tailText(file));
    }
    const text = parts.join('');
    if (!scanDirectives(text).isBalanced && files.every((file) => scanDirectives(file.text).isBalanced)) {
        warnings.push(`Project ${project}: #if directives around its usings overlap once its files are combined; move them below the usings.`);
    }
    return { text, warnings };
}
/** Each directive once, at its first place, global ones before the others, with the text that belongs to them. */
function usings(files, project) {
    const seen = new Set();
    const aliases = new Map();
    const global = [];
    const local = [];
    for (const file of files) {
        for (const piece of file.pieces.filter(({ kind }) => kind === 'using')) {
            const { alias, key, isGlobal } = usingDirectiveOf(piece.code);
            const list = isGlobal ? global : local;
            if (seen.has(key)) {
                list.push(directivesBefore(piece));
                continue;
            }
            const other = alias === undefined ? undefined : aliases.get(alias);
            if (other !== undefined) {
                throw notCombinable(`Project ${project}: ${other} and ${file.name} use the alias ${alias} for different things.`, 'Rename one of the aliases.');
            }
            if (alias !== undefined) {
                aliases.set(alias, file.name);
            }
            seen.add(key);
            list.push(piece.leading.text + piece.code + piece.trailing);
        }
    }
    return [...global, ...local].reduce(joinLines, '');
}
/** Files may lack a last line end; a comment must not swallow what follows, and a directive needs its own line. */
function joinLines(text, next) {
    const lastLine = text.slice(text.lastIndexOf('\n') + 1);
    return lastLine.includes('//') || (lastLine !== '' && /^\s*#/.test(next)) ? `${text}\n${next}` : text + next;
}
/** Attributes of the assembly and extern aliases cannot stand in a script; directives before them stay. */
function memberText(piece) {
    return isMember(piece) ? piece.leading.text + piece.code + piece.trailing : directivesBefore(piece);
}
function directivesBefore({ leading }) {
    return leading.hasDirective ? leading.text : '';
}
/** The tail is lost unless it holds a directive that something above may need. */
function tailText({ tail }) {
    return tail.hasDirective ? tail.text : '';
}
/** `namespace A;` must stand before everything else in a text, so at most one file may then have members at all. */
function checkNamespaces(files, project) {
    const withMembers = files.filter((file) => file.pieces.some(isMember));
    const scoped = files.find((file) => file.pieces.some(({ kind }) => kind === 'file-scoped-namespace'));
    if (scoped !== undefined && withMembers.length > 1) {
        throw notCombinable(`Project ${project}: ${scoped.name} has a file-scoped namespace, which cannot be combined with other files.`, 'Write it as a namespace with braces.');
    }
}
function isMember({ kind }) {
    return kind === 'member' || kind === 'file-scoped-namespace';
}
function notCombinable(message, next) {
    return new packaging_error/* PackagingError */.y('code-not-combinable', message, { next });
}

;// CONCATENATED MODULE: ./src/packaging/script/assembly-references.ts



const assembly_references_filesFolder = 'C:\\Skyline DataMiner\\Files\\';
const protocolScriptsFolder = 'C:\\Skyline DataMiner\\ProtocolScripts\\';
const assembly_references_dllImportFolder = `${protocolScriptsFolder}DllImport\\`;
/** The assemblies of a project's references, in item order (packaging spec 10.2). */
function assemblyReferences(project, nugetPackagesFolder) {
    return project.references.flatMap((reference) => {
        const dll = dllNameOf(reference);
        if (defaultAssemblies.has(dll.toLowerCase())) {
            return [];
        }
        const param = paramOf(reference, dll, (0,external_node_path_.dirname)(project.file), nugetPackagesFolder);
        return [reference.hintPath === undefined ? { param, dll } : { param, dll, hintPath: reference.hintPath }];
    });
}
/** The file name of the hint path if there is one, else the include up to the first comma; with `.dll` at its end. */
function dllNameOf({ include, hintPath }) {
    const name = hintPath === undefined ? include.split(',')[0].trim() : (0,files_paths/* fileNameOf */.bV)(hintPath);
    return /\.dll$/i.test(name) ? name : `${name}.dll`;
}
function paramOf({ hintPath }, dll, folder, nugetPackagesFolder) {
    const isFromPackage = hintPath !== undefined && (0,files_paths/* isWithin */.UO)(nugetPackagesFolder, (0,external_node_path_.resolve)(folder, (0,files_paths/* toPlatform */.rE)(hintPath)));
    if (isFromPackage) {
        return dll;
    }
    switch (dll.toLowerCase()) {
        case 'slsrmlibrary.dll':
            return assembly_references_filesFolder + dll;
        case 'dataminersolutions.dll':
        case 'processautomation.dll':
            return protocolScriptsFolder + dll;
        default:
            return frameworkAssemblies.has(dll) || external_node_path_.win32.isAbsolute(dll) ? dll : assembly_references_dllImportFolder + dll;
    }
}

;// CONCATENATED MODULE: ./src/packaging/script/exe-layout.ts
/** Depth of the children of `Script`: DMSScript is 1, Script 2. */
const scriptDepth = 2;
/** Indents a rewritten block and the space around it with tabs (packaging spec 9.4); texts that carry a value stay. */
function layOutExe(script, exe) {
    layOutChildren(exe, scriptDepth + 1);
    const index = script.children.indexOf(exe);
    const gapBefore = { from: textStart(script.children, index), to: index };
    // The gap behind comes first, so that the index stays right.
    const gapAfter = { from: index + 1, to: textEnd(script.children, index + 1) };
    relay(script.children, gapAfter, scriptDepth);
    relay(script.children, gapBefore, scriptDepth);
}
function layOutChildren(element, depth) {
    const { children } = element;
    if (children.every((node) => node.kind === 'text')) {
        return;
    }
    const laidOut = [];
    for (let index = 0; index <= children.length;) {
        const end = textEnd(children, index);
        laidOut.push(relaid(children.slice(index, end), depth, end === children.length));
        const node = children[end];
        if (node !== undefined) {
            if (node.kind === 'element') {
                layOutChildren(node, depth + 1);
            }
            laidOut.push(node);
        }
        index = end + 1;
    }
    children.splice(0, children.length, ...laidOut);
}
function relay(nodes, { from, to }, depth) {
    nodes.splice(from, to - from, relaid(nodes.slice(from, to), depth, to === nodes.length));
}
/** The text between two nodes, indented; `isLast` when the end tag of the container follows. */
function relaid(texts, depth, isLast) {
    const raw = texts.map((node) => (node.kind === 'text' ? node.raw : '')).join('');
    const lines = raw.split(/\r\n?|\n/).map((line) => line.trimStart());
    if (lines[0] !== '') {
        lines.unshift('');
    }
    if (lines.length === 1 || lines.at(-1) !== '') {
        lines.push('');
    }
    const indented = lines.map((line, index) => {
        const tabs = index === 0 ? 0 : index === lines.length - 1 && isLast ? depth - 1 : depth;
        return '\t'.repeat(tabs) + line;
    });
    return { kind: 'text', raw: indented.join('\n') };
}
function textStart(nodes, index) {
    let start = index;
    while (nodes[start - 1]?.kind === 'text') {
        start -= 1;
    }
    return start;
}
function textEnd(nodes, index) {
    let end = index;
    while (nodes[end]?.kind === 'text') {
        end += 1;
    }
    return end;
}

;// CONCATENATED MODULE: ./src/packaging/script/rewrite-exe.ts





/** Puts code and parameters into a block, in place (packaging spec 9.2, 9.4, 10.1, 11). */
function rewriteExe({ element, parent, value }, { code, packageRefs, refs, scriptRefs }) {
    setCode(value, code);
    for (const param of paramsOf(element, 'ref')) {
        removeWithSpaceBefore(element.children, param);
    }
    appendParams(element, 'ref', withReferences(packageRefs, refs));
    const known = new Set(paramsOf(element, 'scriptRef').map(textOf));
    appendParams(element, 'scriptRef', [...new Set(scriptRefs)].filter((text) => !known.has(text)));
    layOutExe(parent, element);
}
function setCode(value, text) {
    const index = value.children.findIndex(({ kind }) => kind === 'cdata');
    if (index === -1) {
        value.children.splice(0, value.children.length, { kind: 'cdata', text });
    }
    else {
        value.children[index] = { kind: 'cdata', text };
    }
}
function removeWithSpaceBefore(children, node) {
    const index = children.indexOf(node);
    const before = children[index - 1];
    if (before?.kind === 'text') {
        children.splice(index - 1, 2, { kind: 'text', raw: before.raw.trimEnd() });
    }
    else {
        children.splice(index, 1);
    }
}
/** Of references to the same file the last one wins, at the place of the first (packaging spec 10.2). */
function withReferences(packageRefs, refs) {
    const all = [...packageRefs];
    for (const ref of refs) {
        const index = all.findIndex((other) => (0,files_paths/* fileNameOf */.bV)(other).toLowerCase() === (0,files_paths/* fileNameOf */.bV)(ref).toLowerCase());
        all.splice(index === -1 ? all.length : index, 1, ref);
    }
    return all;
}
/** New parameters come behind everything that is there already, so that `preCompile` and `libraryName` stay in front. */
function appendParams(exe, type, texts) {
    const last = exe.children.at(-1);
    const end = last?.kind === 'text' && last.raw.trim() === '' ? exe.children.length - 1 : exe.children.length;
    const name = childElements(exe, 'Value')[0]?.name.replace(/[^:]+$/, 'Param') ?? 'Param';
    const params = texts.map((text) => ({
        kind: 'element',
        name,
        attributes: [{ name: 'type', raw: type }],
        children: [{ kind: 'text', raw: encodeText(text) }],
    }));
    exe.children.splice(end, 0, ...params);
}

;// CONCATENATED MODULE: ./src/packaging/script/assemble-script.ts








/**
 * Puts the code of its projects into a script (packaging spec 5 to 11). The document is changed in place.
 * @throws PackagingError `project-not-found`, or what is wrong with the code
 */
async function assembleScript(assembly) {
    const { script } = assembly;
    const found = { references: [], packageAssemblies: new Map(), warnings: [] };
    const assembledExes = [];
    for (const exe of script.exes) {
        const files = exe.placeholder === undefined ? 0 : await assembleExe(exe, assembly, found);
        const project = exe.placeholder?.project;
        assembledExes.push({ id: exe.id, ...(project !== undefined && { project }), files });
    }
    const { document } = script.source;
    const exes = childElements(document.root, 'Script').flatMap((element) => childElements(element, 'Exe'));
    return {
        name: script.packagedAs,
        xml: writeXml(document),
        exes: assembledExes,
        refs: exes.flatMap((exe) => paramsOf(exe, 'ref').map((param) => textOf(param).trim())),
        references: found.references,
        packageAssemblies: [...found.packageAssemblies.values()],
        warnings: found.warnings,
    };
}
/** @returns how many C# files were combined */
async function assembleExe(exe, { script, projects, libraries, codeFiles, restorer, show }, { references, packageAssemblies, warnings }) {
    const { mark, project: projectName } = exe.placeholder;
    const project = projects.get(projectName);
    if (project === undefined) {
        throw new packaging_error/* PackagingError */.y('project-not-found', `The mark ${mark} names no project of script ${script.name}.`, {
            where: exe.where,
            next: `Put the project into the solution folder 'Actions' beside the script; it has ${listed([...projects.keys()])}.`,
        });
    }
    const packages = await packageContribution(project, restorer, show(project.file));
    const files = await codeFiles.of(project);
    const combined = combine(files, project.name);
    const withoutMark = exe.code.replaceAll(mark, '');
    if (withoutMark.includes('[Project:')) {
        warnings.push(`${exe.where}: another [Project:…] mark stays in the code; only the first one is replaced.`);
    }
    const assemblies = assemblyReferences(project, restorer.packagesFolder).filter(({ dll }) => !packages.dlls.has(dll));
    const scriptReferences = libraries.referencesOf(script, project);
    rewriteExe(exe, {
        code: exe.code.replaceAll(mark, () => combined.text),
        packageRefs: packages.params,
        refs: assemblies.map(({ param }) => param),
        scriptRefs: scriptReferences.params,
    });
    references.push(...assemblies.map((reference) => ({ ...reference, project })));
    for (const assembly of packages.assemblies) {
        packageAssemblies.set(assembly.path, packageAssemblies.get(assembly.path) ?? assembly);
    }
    warnings.push(...packages.warnings, ...combined.warnings, ...scriptReferences.warnings);
    return files.length;
}
function listed(names) {
    return names.length === 0 ? 'no projects there' : `there ${names.join(', ')}`;
}

;// CONCATENATED MODULE: ./src/packaging/sdk/install-document.ts




/**
 * The assembled script of a package project as the install script of the package: it looks for assemblies only beside itself,
 * so every parameter is cut to a file name (packaging spec 17.5). Without declaration, indented anew.
 */
function installDocument(script) {
    const { children } = parseXml(script, 'Install.xml');
    const nodes = children.filter((node) => node.kind !== 'declaration' && !isBlank(node));
    const root = nodes.find((node) => node.kind === 'element');
    const written = nodes.flatMap((node, index) => [
        ...(index > 0 ? [lineBreak(0)] : []),
        node === root ? indented(root, 0) : node,
    ]);
    return writeXml({ children: written, root });
}
/** Elements that hold text keep it as it is; the children of others get a line each. */
function indented(element, depth) {
    if (localName(element) === 'Param') {
        return { ...element, children: [{ kind: 'text', raw: encodeText((0,files_paths/* fileNameOf */.bV)(textOf(element))) }] };
    }
    const children = element.children
        .filter((node) => !isBlank(node))
        .map((node) => (node.kind === 'element' ? indented(node, depth + 1) : node));
    const holdsText = children.some(({ kind }) => kind === 'text' || kind === 'cdata');
    if (holdsText || children.length === 0) {
        return { ...element, children };
    }
    return { ...element, children: [...children.flatMap((node) => [lineBreak(depth + 1), node]), lineBreak(depth)] };
}
function lineBreak(depth) {
    return { kind: 'text', raw: `\n${'  '.repeat(depth)}` };
}
function isBlank(node) {
    return node.kind === 'text' && node.raw.trim() === '';
}

;// CONCATENATED MODULE: ./src/packaging/sdk/install-libraries.ts

/**
 * The DLLs beside an install script: those that one of its parameters names, under their file names alone. Of several with one
 * name the first one referenced stays (packaging spec 17.5).
 * @param dlls those that come from the repository
 */
function installLibraries({ refs, packageAssemblies }, dlls) {
    const found = [...packageAssemblies, ...dlls].map(({ target, path }) => [target.toLowerCase(), path]);
    const paths = new Map(found);
    const libraries = new Map();
    for (const ref of refs) {
        const path = paths.get(ref.toLowerCase());
        const name = (0,files_paths/* fileNameOf */.bV)(ref);
        if (path !== undefined && !libraries.has(name.toLowerCase())) {
            libraries.set(name.toLowerCase(), { name, path });
        }
    }
    return [...libraries.values()];
}

;// CONCATENATED MODULE: ./src/packaging/package-solution.ts



















/**
 * Packages a solution: reads it, combines its C# into its scripts, and writes one `.dmapp` file (packaging spec 1).
 * Writes beside the output and renames, so that a failure or abort leaves nothing behind.
 * @throws PackagingError for anything wrong with the input; the signal's reason when aborted
 */
async function packageSolution(request) {
    const tree = await WorkTree.open(request.root);
    const solution = await solutionIn(tree, request.solution);
    const restorer = await PackageRestorer.from((0,external_node_path_.dirname)(solution), request.nuget, request.signal);
    try {
        return await packageWith({ solution, tree, restorer }, request);
    }
    finally {
        restorer.close();
    }
}
async function packageWith(surroundings, request) {
    const { version, output, packageTime, maxBytes, signal, onProgress } = request;
    const { solution, tree, restorer } = surroundings;
    const projects = new Projects(tree, restorer.packagesFolder);
    const plan = await planPackage(solution, { tree, projects, installer: request.installer, signal });
    const name = request.name ?? plan.name;
    checkName(name, version);
    checkScriptNames(plan.scripts);
    onProgress?.({ step: 'read', done: plan.scripts.length, total: plan.scripts.length });
    const { installer, installerWarnings } = await installerOf(plan, surroundings, request);
    const scripts = await assembledScripts(plan.scripts, surroundings, request);
    const { assemblies: dlls, warnings } = await plan.dllsOf(scripts);
    const assemblies = allAssemblies(scripts, dlls);
    const entries = packageEntries({
        name,
        version,
        time: packageTime,
        minDmaVersion: plan.minDmaVersion,
        installer,
        scripts,
        assemblies,
        companionFiles: plan.companionFiles,
        otherFiles: plan.otherFiles,
    });
    const { sha256, size } = await writePackage({
        entries,
        output,
        time: packageTime,
        maxBytes,
        signal,
        onEntry: (done) => onProgress?.({ step: 'write', done, total: entries.length }),
    });
    return {
        name,
        version,
        file: output,
        sha256,
        size,
        scripts: scripts.map((script, index) => ({
            name: script.name,
            entry: scriptEntryName(script.name),
            source: plan.scripts[index].script.shown,
            exes: script.exes,
        })),
        assemblies: await packagedAssemblies(assemblies, scripts, tree),
        warnings: [
            ...new Set([...plan.warnings, ...installerWarnings, ...scripts.flatMap((script) => script.warnings), ...warnings].map(packaging_error/* printable */.g)),
        ],
    };
}
/** Of each script the DLLs of the repository, then those of its NuGet packages; each place once (packaging spec 14.1). */
function allAssemblies(scripts, dlls) {
    const byTarget = new Map();
    for (const { name, packageAssemblies } of scripts) {
        const own = dlls.filter(({ script }) => script === name);
        for (const { target, path } of [...own, ...packageAssemblies]) {
            const key = target.toLowerCase();
            byTarget.set(key, byTarget.get(key) ?? { target, path, script: name });
        }
    }
    return [...byTarget.values()];
}
async function packagedAssemblies(assemblies, scripts, tree) {
    const packages = new Map(scripts.flatMap(({ packageAssemblies }) => packageAssemblies.map((one) => [one.path, one.package])));
    const described = [];
    for (const { target, path } of assemblies) {
        const found = packages.get(path);
        const version = await assemblyVersion(path);
        described.push({
            entry: assemblyEntryName(target),
            origin: found === undefined ? tree.show(path) : `package ${found.id} ${found.version.text} (${found.source})`,
            name: (0,external_node_path_.basename)(path),
            ...(version !== undefined && { version: version.join('.') }),
        });
    }
    return described;
}
function checkName(name, version) {
    const problem = (0,entry_name/* packageFolderProblem */.Q)(name, version);
    if (problem !== undefined) {
        throw new packaging_error/* PackagingError */.y('name-invalid', `A package '${name}' of version '${version}' cannot be installed: its folder ${problem}.`, {
            next: 'Choose another package name.',
        });
    }
}
async function solutionIn(tree, path) {
    const solution = await (0,promises_.realpath)(await (0,find_solution.findSolution)(path));
    if (!tree.contains(solution)) {
        throw new packaging_error/* PackagingError */.y('outside-root', `The solution ${solution} lies outside ${tree.root}.`, {
            next: 'Give a solution inside the repository.',
        });
    }
    return solution;
}
/** The package's own install script, else ours; its libraries only when they are asked for (packaging spec 14.6 and 17.5). */
async function installerOf(plan, surroundings, request) {
    const isComplete = request.installer === 'require';
    if (plan.installScript === undefined) {
        const { libraries, references } = isComplete
            ? await installerFiles(surroundings.restorer)
            : { libraries: [], references: [] };
        return { installer: { script: installScript(references), libraries }, installerWarnings: [] };
    }
    const { onProgress: _, ...quietly } = request;
    const [script] = (await assembledScripts([plan.installScript], surroundings, quietly));
    const { assemblies, warnings } = await plan.dllsOf([script]);
    return {
        installer: {
            script: installDocument(script.xml),
            libraries: isComplete ? installLibraries(script, assemblies) : [],
        },
        installerWarnings: [...script.warnings, ...warnings],
    };
}
async function assembledScripts(planned, { tree, restorer }, { signal, onProgress }) {
    const codeFiles = new CodeFiles(tree);
    const show = (path) => tree.show(path);
    const assembled = [];
    for (const script of planned) {
        signal?.throwIfAborted();
        assembled.push(await assembleScript({ ...script, codeFiles, restorer, show }));
        onProgress?.({ step: 'assemble', done: assembled.length, total: planned.length });
    }
    return assembled;
}
/** The name becomes a folder and a file name, which Windows compares without case (packaging spec 14.7). */
function checkScriptNames(scripts) {
    const seen = new Map();
    for (const { script } of scripts) {
        const key = script.packagedAs.toLowerCase();
        const other = seen.get(key);
        if (other !== undefined) {
            throw new packaging_error/* PackagingError */.y('duplicate-name', `Two scripts have the name ${script.packagedAs}: ${other} and ${script.shown}.`, {
                where: script.shown,
                next: 'Give each script a name of its own; upper and lower case do not count.',
            });
        }
        seen.set(key, script.shown);
    }
}


/***/ }),

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
