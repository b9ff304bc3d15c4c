export const id = 738;
export const ids = [738,386];
export const modules = {

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

/***/ 738:
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

;// CONCATENATED MODULE: ./src/packaging/dmapp/package-texts.ts



/** The oldest DataMiner version that takes packages of scripts (packaging spec 14.3). */
const minDmaVersion = '10.0.9.0-9312';
const byteOrderMark = '\ufeff';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';
/** All entries of a package, in order (packaging spec 14.1). */
function packageEntries(content) {
    return [
        { name: 'AppInfo.xml', text: appInfo(content) },
        { name: 'Scripts\\Install.xml', text: installScript(content.installerLibraries.map(({ name }) => name)) },
        ...content.installerLibraries.map(({ name, path }) => ({ name: `Scripts\\InstallDependencies\\${name}`, path })),
        ...content.scripts.map(({ name, xml }) => ({ name: scriptEntryName(name), text: byteOrderMark + xml })),
        ...content.assemblies.map(({ target, path }) => ({ name: assemblyEntryName(target), path })),
        ...content.companionFiles.map(({ name, path }) => ({ name: `AppInstallContent\\CompanionFiles\\${name}`, path })),
        { name: 'AppInstallContent\\DeploymentActions.xml', text: deploymentActions },
        { name: 'Description.txt', text: description(content) },
    ];
}
/** Packaging spec 14.3. */
function appInfo({ name, version, time }) {
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
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(writing.output), { recursive: true });
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
        next: 'Give a path in a folder that may be written to.',
        cause: error,
    });
}

// EXTERNAL MODULE: ./src/packaging/files/paths.ts
var paths = __webpack_require__(5807);
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
        const path = (0,external_node_path_.resolve)(folder, (0,paths/* toPlatform */.rE)(written));
        const isElsewhere = external_node_path_.sep === '/' && (0,paths/* isWindowsRooted */.HY)(written);
        return isElsewhere || !this.contains(path) ? undefined : path;
    }
    contains(path) {
        return (0,paths/* isWithin */.UO)(this.root, path);
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

;// CONCATENATED MODULE: ./src/packaging/nuget/global-packages.ts





/** Folders of `lib` from the nearest to .NET Framework 4.8 to the farthest (packaging spec 12.5). */
const nearestToNet48 = 'net48 net472 net471 net47 net462 net461 net46 net452 net451 net45 net403 net40 net4 net35 net20 netstandard2.0 netstandard1.6 netstandard1.5 netstandard1.4 netstandard1.3 netstandard1.2 netstandard1.1 netstandard1.0'.split(' ');
/** Looks a package up (packaging spec 12.1); undefined when it has not been restored. */
async function installedPackage(packagesFolder, id, version) {
    const folder = (0,external_node_path_.join)(packagesFolder, id.toLowerCase(), version.toLowerCase());
    const names = await (0,promises_.readdir)(folder).catch(() => undefined);
    return names && { id, version, folder };
}
/** Paths of the DLLs that the package offers to .NET Framework 4.8, sorted by name. */
async function librariesOf({ folder }) {
    const offered = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'lib')).catch(() => []);
    const nearest = nearestToNet48.find((name) => offered.includes(name));
    if (nearest === undefined) {
        return [];
    }
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'lib', nearest));
    return names
        .filter((name) => name.endsWith('.dll'))
        .sort()
        .map((name) => (0,external_node_path_.join)(folder, 'lib', nearest, name));
}
/** Whether the package serves the build only, such as an analyzer. */
async function isDevelopmentDependency({ id, folder }) {
    const file = (0,external_node_path_.join)(folder, `${id.toLowerCase()}.nuspec`);
    const { root } = parseXml(await readTextFile(file, file, true), file);
    const metadata = childElements(root, 'metadata')[0];
    const flag = metadata && childElements(metadata, 'developmentDependency')[0];
    return flag !== undefined && textOf(flag).trim().toLowerCase() === 'true';
}

;// CONCATENATED MODULE: ./src/packaging/nuget/installer-libraries.ts



/** The packages whose DLLs stand beside the install script, as the official packager of 2025 has them (packaging spec 14.6). */
const installerPackages = [
    { id: 'Skyline.DataMiner.Core.AppPackageInstaller', version: '2.0.5' },
    { id: 'Skyline.DataMiner.Core.ArtifactInstaller', version: '2.0.5' },
    { id: 'Nito.AsyncEx.Tasks', version: '5.1.2' },
    { id: 'Nito.Disposables', version: '2.2.1' },
    { id: 'AlphaFS.New', version: '2.3.0' },
    { id: 'Skyline.DataMiner.CICD.FileSystem', version: '1.0.6' },
];
/**
 * The DLLs that the install script needs, from NuGet's global packages folder.
 * @throws PackagingError `installer-missing`, naming every package that is not there
 */
async function installerLibraries(packagesFolder) {
    const found = await Promise.all(installerPackages.map(async ({ id, version }) => {
        const installed = await installedPackage(packagesFolder, id, version);
        return { id, version, libraries: installed === undefined ? [] : await librariesOf(installed) };
    }));
    const missing = found.filter(({ libraries }) => libraries.length === 0).map(({ id, version }) => `${id} ${version}`);
    if (missing.length > 0) {
        throw new packaging_error/* PackagingError */.y('installer-missing', `The install script needs packages that are not in ${packagesFolder}: ${missing.join(', ')}.`, {
            next: "Restore them into that folder, or set 'installer' to 'omit' for a DataMiner System that installs packages without its own installer.",
        });
    }
    return found.flatMap(({ libraries }) => libraries.map((path) => ({ name: (0,external_node_path_.basename)(path), path })));
}

// EXTERNAL MODULE: external "node:path/win32"
var win32_ = __webpack_require__(8152);
;// CONCATENATED MODULE: ./src/packaging/project/msbuild-value.ts
const nothing = { text: '' };
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

const symbol = /\s*(==|!=|<=|>=|<|>|!|\(|\)|,)/y;
const word = /\s*([^\s()!=<>,'"$]+)/y;
/**
 * Evaluates an MSBuild condition: `and`, `or`, `!`, parentheses, comparisons, `Exists` and `HasTrailingSlash`
 * (packaging spec 6.7).
 * @throws SyntaxError for a text that is no condition
 */
async function conditionHolds(condition, scope) {
    const parser = new ConditionParser(tokensOf(condition), scope);
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
    switch ((0,paths/* fileNameOf */.bV)(path).toLowerCase()) {
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
        const sdk = attributeOf(project.root, 'Sdk') ?? childElements(project.root, 'Sdk').map(nameOf)[0];
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
            throw new packaging_error/* PackagingError */.y('malformed-project', `The condition "${condition}" cannot be read: ${cause.message}.`, {
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
        const path = (0,external_node_path_.resolve)(folder, (0,paths/* toPlatform */.rE)(written));
        const isAncestor = !this.#files.tree.contains(path) && (0,paths/* isWithin */.UO)((0,external_node_path_.dirname)(path), this.folder);
        const found = isAncestor ? (await (0,paths/* isFile */.fo)(path)) && path : await this.#files.tree.find(folder, written, where);
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
        if (/^Skyline\.DataMiner\.Sdk(\/|$)/i.test(sdk)) {
            this.#default('DisableImplicitFrameworkReferences', 'true');
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
        const path = await (0,paths/* fileAbove */.Cs)(this.folder, name);
        if (path !== undefined) {
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
                return (await (0,paths/* fileAbove */.Cs)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), (0,paths/* toPlatform */.rE)(second ?? '.')), first)) ?? '';
            case '[msbuild]::getdirectorynameoffileabove': {
                const found = await (0,paths/* fileAbove */.Cs)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), (0,paths/* toPlatform */.rE)(first)), second ?? '');
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
        if (written.trim() === '' || (external_node_path_.sep === '/' && (0,paths/* isWindowsRooted */.HY)(written))) {
            return false;
        }
        const path = (0,external_node_path_.resolve)(folder, (0,paths/* toPlatform */.rE)(written));
        return this.#files.tree.contains(path)
            ? (await this.#files.tree.find(folder, written, this.#files.tree.show(this.project.path))) !== undefined
            : (0,paths/* isFile */.fo)(path);
    }
    #where(file, element) {
        return positionIn(this.#files.tree.show(file.path), file.source, element.offset ?? 0);
    }
}
function nameOf(element) {
    return attributeOf(element, 'Name') ?? '';
}

;// CONCATENATED MODULE: ./src/packaging/project/item-glob.ts
/** Whether an item specification holds wildcards. */
function hasWildcards(specification) {
    return /[*?]/.test(specification);
}
/**
 * A test for paths that an MSBuild file specification matches: `*` and `?` within a segment, `**` over any number of
 * segments, case ignored (packaging spec 6.3). Separators are slashes on both sides.
 */
function globMatcher(specification) {
    const pattern = specification
        .split('/')
        .map((segment) => (segment === '**' ? segment : escapeSegment(segment)))
        .join('/')
        .replace(/\*\*$/, '.*')
        .replaceAll('**/', '(?:[^/]+/)*');
    const expression = new RegExp(`^${pattern}$`, 'is');
    return (path) => expression.test(path);
}
/** The folder part of a specification that holds no wildcard, to walk from. */
function fixedFolderOf(specification) {
    const segments = specification.split('/');
    const first = segments.findIndex(hasWildcards);
    return segments.slice(0, first === -1 ? segments.length - 1 : first).join('/');
}
function escapeSegment(segment) {
    return segment
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*+/g, '[^/]*')
        .replaceAll('?', '[^/]');
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
        const elements = childElements(group).filter((element) => typeOf(element) !== undefined);
        if (elements.length === 0 || !(await this.#counts(group, file))) {
            return;
        }
        for (const element of elements) {
            if (await this.#counts(element, file)) {
                await this.#item(element, typeOf(element), file);
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
            const path = (0,external_node_path_.resolve)(this.#evaluation.folder, (0,paths/* toPlatform */.rE)(include));
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
        const outputs = ['BaseOutputPath', 'BaseIntermediateOutputPath'].map((name) => `${slashed((0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(folder, (0,paths/* toPlatform */.rE)(this.#evaluation.neededProperty(name)))))}/**`);
        const excluded = [...outputs, ...defaultItemExcludes].map(globMatcher);
        const isExcluded = (name) => excluded.some((matches) => matches(name));
        // A folder is left out when a pattern covers everything in it; "/x" stands for anything.
        const files = await this.#tree.walk(folder, (name) => !isExcluded(`${name}/x`));
        const items = this.#items.get('Compile');
        for (const { name, path } of files) {
            if (/\.cs$/i.test(name) && !isExcluded(name)) {
                const include = (0,paths/* toWindows */.VM)(name);
                items.push({ include, path, name: include, metadata: new Map(), element: project.root, file: project });
            }
        }
    }
    /** Matches items as paths (wildcards allowed) and, for names such as `System.Xml`, as text; case never counts. */
    #matcher(specifications) {
        const texts = new Set();
        const globs = [];
        for (const specification of specifications) {
            const path = (0,external_node_path_.resolve)(this.#evaluation.folder, (0,paths/* toPlatform */.rE)(specification));
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
        if (!isShared && !(0,external_node_path_.isAbsolute)((0,paths/* toPlatform */.rE)(include))) {
            return (0,paths/* toWindows */.VM)(include);
        }
        return (0,paths/* toWindows */.VM)(slashed((0,external_node_path_.relative)(isShared ? (0,external_node_path_.dirname)(file.path) : this.#evaluation.folder, path)));
    }
}
function typeOf(element) {
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
    #projects = new Map();
    constructor(tree, nugetPackagesFolder) {
        this.#tree = tree;
        this.#files = new ProjectFiles(tree);
        this.#nugetPackagesFolder = nugetPackagesFolder;
    }
    /**
     * @param solution absolute path of the solution that names the project
     * @param written path of the project file as the solution writes it
     * @throws PackagingError `project-not-found`, or what is wrong with the project
     */
    async load(solution, written) {
        const where = this.#tree.show(solution);
        const path = await this.#tree.find((0,external_node_path_.dirname)(solution), written, where);
        if (path === undefined) {
            throw new packaging_error/* PackagingError */.y('project-not-found', `The project file ${written} does not exist.`, {
                where,
                next: 'Add the file, or remove the project from the solution.',
            });
        }
        let project = this.#projects.get(path);
        if (project === undefined) {
            project = this.#evaluate(path);
            this.#projects.set(path, project);
        }
        return project;
    }
    async #evaluate(path) {
        const evaluation = await Evaluation.of(path, this.#files, this.#nugetPackagesFolder);
        const items = new ItemPass(evaluation, this.#tree);
        await items.run();
        return {
            name: evaluation.name,
            assemblyName: evaluation.property('AssemblyName').text.trim() || evaluation.name,
            file: path,
            style: evaluation.style,
            compile: items.of('Compile').map(({ name, path: file }) => ({ name, path: file })),
            references: references(evaluation, items),
            projectReferences: items
                .of('ProjectReference')
                .map((item) => metadata(evaluation, item, 'Name') || (0,win32_.parse)(item.include).name),
            packageReferences: packageReferences(evaluation, items),
        };
    }
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
/** Packages of the DataMiner dev packs, which bring nothing into a script. */
function isDevPack(id) {
    return devPacks.has(id.toLowerCase());
}

;// CONCATENATED MODULE: ./src/packaging/nuget/package-references.ts



/**
 * Makes sure that no package of a project is forgotten: dev packs, analyzers and other build-time packages bring
 * nothing into a script, and packages with libraries cannot be packaged.
 * @param shown how messages name the project file
 * @throws PackagingError `package-not-restored` naming the package and the project
 */
async function checkPackageReferences(project, packagesFolder, shown) {
    for (const { id, version } of project.packageReferences) {
        if (isDevPack(id) || /\.analyzers?$/i.test(id)) {
            continue;
        }
        const installed = version === '' ? undefined : await installedPackage(packagesFolder, id, version);
        if (installed !== undefined && (await isDevelopmentDependency(installed))) {
            continue;
        }
        throw new packaging_error/* PackagingError */.y('package-not-restored', `Project ${project.name} uses the NuGet package ${id} ${version}, and packages with libraries are not supported yet.`, { where: shown, next: 'Put its DLLs into the folder Dlls beside the solution and reference them from there.' });
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

;// CONCATENATED MODULE: ./src/packaging/script/assembly-references.ts



const filesFolder = 'C:\\Skyline DataMiner\\Files\\';
const protocolScriptsFolder = 'C:\\Skyline DataMiner\\ProtocolScripts\\';
const dllImportFolder = `${protocolScriptsFolder}DllImport\\`;
/** What DataMiner references by itself. */
const defaultAssemblies = new Set('mscorlib Skyline.DataMiner.Storage.Types SLAnalyticsTypes SLLoggerUtil SLManagedAutomation SLNetTypes System System.Core System.Xml'
    .split(' ')
    .map((name) => `${name}.dll`.toLowerCase()));
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
    const name = hintPath === undefined ? include.split(',')[0].trim() : (0,paths/* fileNameOf */.bV)(hintPath);
    return /\.dll$/i.test(name) ? name : `${name}.dll`;
}
function paramOf({ hintPath }, dll, folder, nugetPackagesFolder) {
    const isFromPackage = hintPath !== undefined && (0,paths/* isWithin */.UO)(nugetPackagesFolder, (0,external_node_path_.resolve)(folder, (0,paths/* toPlatform */.rE)(hintPath)));
    if (isFromPackage) {
        return dll;
    }
    switch (dll.toLowerCase()) {
        case 'slsrmlibrary.dll':
            return filesFolder + dll;
        case 'dataminersolutions.dll':
        case 'processautomation.dll':
            return protocolScriptsFolder + dll;
        default:
            return frameworkAssemblies.has(dll) || external_node_path_.win32.isAbsolute(dll) ? dll : dllImportFolder + dll;
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
 * @throws PackagingError `malformed-script` or `illegal-name`
 */
function readScript(source, shown) {
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
    return { name, shown, source, exes };
}
/** The parameters of a block of one type, the type compared without case; `attributes` names too. */
function paramsOf(exe, type) {
    return childElements(exe, 'Param').filter((param) => script_document_typeOf(param).toLowerCase() === type.toLowerCase());
}
function script_document_typeOf(element) {
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
    if (script_document_typeOf(element).toLowerCase() !== 'csharp') {
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

;// CONCATENATED MODULE: ./src/packaging/script/rewrite-exe.ts





/** Puts code and parameters into a block, in place (packaging spec 9.2, 9.4, 10.1, 11). */
function rewriteExe({ element, parent, value }, { code, refs, scriptRefs }) {
    setCode(value, code);
    for (const param of paramsOf(element, 'ref')) {
        removeWithSpaceBefore(element.children, param);
    }
    appendParams(element, 'ref', uniqueByFileName(refs));
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
/** Of references to the same file the last one wins, at the place of the first. */
function uniqueByFileName(refs) {
    const byName = new Map();
    for (const ref of refs) {
        byName.set((0,paths/* fileNameOf */.bV)(ref).toLowerCase(), ref);
    }
    return [...byName.values()];
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
    const references = [];
    const warnings = [];
    for (const exe of script.exes) {
        if (exe.placeholder !== undefined) {
            await assembleExe(exe, assembly, references, warnings);
        }
    }
    const { document } = script.source;
    const exes = childElements(document.root, 'Script').flatMap((element) => childElements(element, 'Exe'));
    return {
        name: script.name,
        xml: writeXml(document),
        refs: exes.flatMap((exe) => paramsOf(exe, 'ref').map((param) => textOf(param).trim())),
        references,
        warnings,
    };
}
async function assembleExe(exe, { script, projects, libraries, codeFiles, nugetPackagesFolder, show }, references, warnings) {
    const { mark, project: projectName } = exe.placeholder;
    const project = projects.get(projectName);
    if (project === undefined) {
        throw new packaging_error/* PackagingError */.y('project-not-found', `The mark ${mark} names no project of script ${script.name}.`, {
            where: exe.where,
            next: `Put the project into the solution folder 'Actions' beside the script; it has ${listed([...projects.keys()])}.`,
        });
    }
    await checkPackageReferences(project, nugetPackagesFolder, show(project.file));
    const combined = combine(await codeFiles.of(project), project.name);
    const withoutMark = exe.code.replaceAll(mark, '');
    if (withoutMark.includes('[Project:')) {
        warnings.push(`${exe.where}: another [Project:…] mark stays in the code; only the first one is replaced.`);
    }
    const assemblies = assemblyReferences(project, nugetPackagesFolder);
    const scriptReferences = libraries.referencesOf(script, project);
    rewriteExe(exe, {
        code: exe.code.replaceAll(mark, () => combined.text),
        refs: assemblies.map(({ param }) => param),
        scriptRefs: scriptReferences.params,
    });
    references.push(...assemblies.map((reference) => ({ ...reference, project })));
    warnings.push(...combined.warnings, ...scriptReferences.warnings);
}
function listed(names) {
    return names.length === 0 ? 'no projects there' : `there ${names.join(', ')}`;
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
        for (const name of project.projectReferences) {
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

// EXTERNAL MODULE: ./src/packaging/solution/find-solution.ts
var find_solution = __webpack_require__(1386);
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
    return { rootFolders: nest(entries, parentOf) };
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
    for (const element of childElements(root, 'Folder')) {
        const folder = folderAt(folders, attributeOf(element, 'Name') ?? '');
        folder.files.push(...childElements(element, 'File').flatMap((child) => attributeOf(child, 'Path') ?? []));
        folder.projects.push(...childElements(element, 'Project').flatMap(projectOf));
    }
    return { rootFolders: folders.get('')?.folders ?? [] };
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

;// CONCATENATED MODULE: ./src/packaging/solution/script-sources.ts







/**
 * The scripts of a classic solution, in discovery order (packaging spec 4.1 and 4.2).
 * @param file absolute path of the `.sln` or `.slnx` file
 * @throws PackagingError `no-scripts-folder`, `no-scripts`, `file-not-found`, or what is wrong with a file
 */
async function readScriptSources(file, tree) {
    const shown = tree.show(file);
    const text = await tree.readText(file);
    const { rootFolders } = file.toLowerCase().endsWith('.slnx') ? readSlnx(text, shown) : readSln(text, shown);
    const scriptsFolder = rootFolders.find(({ name }) => name === 'Scripts');
    if (scriptsFolder === undefined) {
        throw new packaging_error/* PackagingError */.y('no-scripts-folder', "The solution has no solution folder 'Scripts' at its root.", {
            where: shown,
            next: "Add a solution folder named exactly 'Scripts', with a folder in it for each script.",
        });
    }
    const sources = [];
    for (const folder of breadthFirst(scriptsFolder.folders)) {
        sources.push(...(await sourcesIn(folder, file, tree)));
    }
    if (sources.length === 0) {
        throw new packaging_error/* PackagingError */.y('no-scripts', 'The solution has no Automation script.', {
            where: shown,
            next: "List each script's XML file as a solution item in a folder below the solution folder 'Scripts'.",
        });
    }
    return sources;
}
async function sourcesIn(folder, solution, tree) {
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
            sources.push({ file, source, document, projects: projectsOf(folder) });
        }
    }
    return sources;
}
/** The projects in the folder `Actions` beside the script, then those in the folders below it. */
function projectsOf(folder) {
    const actions = folder.folders.find(({ name }) => name === 'Actions');
    return actions === undefined ? [] : breadthFirst([actions]).flatMap(({ projects }) => projects);
}

;// CONCATENATED MODULE: ./src/packaging/solution/solution-files.ts



/** The files of `CompanionFiles` beside the solution (packaging spec 13.2). */
async function companionFiles(solution, tree) {
    const files = await filesBeside(solution, 'CompanionFiles', tree);
    return files.map(({ name, path }) => ({ name: (0,paths/* toWindows */.VM)(name), path }));
}
/** The DLLs in `Dlls` beside the solution, found by file name without regard to case (packaging spec 13.1). */
class CustomDlls {
    #byName = new Map();
    #tree;
    constructor(files, tree) {
        this.#tree = tree;
        for (const file of files) {
            const key = (0,paths/* fileNameOf */.bV)(file.name).toLowerCase();
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
     * The DLLs that scripts reference below the DataMiner folder, each target once, under the first script that needs it.
     * @returns also a warning for each name that several DLLs have
     */
    referencedBy(scripts) {
        const assemblies = new Map();
        const warnings = new Set();
        for (const script of scripts) {
            for (const target of script.refs.filter(isBelowDataMiner)) {
                const [file, ...others] = this.#byName.get((0,paths/* fileNameOf */.bV)(target).toLowerCase()) ?? [];
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
/** All files of a folder beside the solution; none when there is no such folder. */
async function filesBeside(solution, name, tree) {
    const folder = await tree.find((0,external_node_path_.dirname)(solution), name, tree.show(solution));
    return folder === undefined ? [] : tree.walk(folder);
}

;// CONCATENATED MODULE: ./src/packaging/package-solution.ts


















/**
 * Packages a solution: reads it, combines its C# into its scripts, and writes one `.dmapp` file (packaging spec 1).
 * Writes beside the output and renames, so that a failure or abort leaves nothing behind.
 * @throws PackagingError for anything wrong with the input; the signal's reason when aborted
 */
async function packageSolution(request) {
    const { name, version, output, packageTime, maxBytes, signal } = request;
    checkName(name, version);
    const tree = await WorkTree.open(request.root);
    const solution = await solutionIn(tree, request.solution);
    const installerFiles = request.installer === 'require' ? await installerLibraries(request.nugetPackagesFolder) : [];
    const scripts = await assembledScripts(solution, tree, request);
    const dlls = await CustomDlls.beside(solution, tree);
    const { assemblies, warnings: dllWarnings } = dlls.referencedBy(scripts);
    const entries = packageEntries({
        name,
        version,
        time: packageTime,
        installerLibraries: installerFiles,
        scripts,
        assemblies,
        companionFiles: await companionFiles(solution, tree),
    });
    const { sha256, size } = await writePackage({
        entries,
        output,
        time: packageTime,
        maxBytes,
        signal,
        onEntry: (done) => request.onProgress?.({ step: 'write', done, total: entries.length }),
    });
    const warnings = [
        ...scripts.flatMap((script) => [...script.warnings, ...unpackagedDlls(script, dlls, solution, tree)]),
        ...dllWarnings,
    ];
    return {
        name,
        version,
        file: output,
        sha256,
        size,
        scripts: scripts.map((script) => ({ name: script.name, entry: scriptEntryName(script.name) })),
        assemblies: assemblies.map(({ target, path }) => ({
            entry: assemblyEntryName(target),
            origin: tree.show(path),
            name: (0,external_node_path_.basename)(path),
        })),
        warnings: [...new Set(warnings.map(packaging_error/* printable */.g))],
    };
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
async function assembledScripts(solution, tree, request) {
    const { nugetPackagesFolder, signal, onProgress } = request;
    const sources = await readScriptSources(solution, tree);
    const scripts = sources.map((source) => readScript(source, tree.show(source.file)));
    checkScriptNames(scripts);
    const total = scripts.length;
    onProgress?.({ step: 'read', done: total, total });
    const projects = new Projects(tree, nugetPackagesFolder);
    const libraries = new ScriptLibraries(scripts);
    const codeFiles = new CodeFiles(tree);
    const assembled = [];
    for (const script of scripts) {
        signal?.throwIfAborted();
        const named = await package_solution_projectsOf(script, solution, projects);
        const show = (path) => tree.show(path);
        assembled.push(await assembleScript({ script, projects: named, libraries, codeFiles, nugetPackagesFolder, show }));
        onProgress?.({ step: 'assemble', done: assembled.length, total });
    }
    return assembled;
}
/** All projects of the script, used or not; of two with one name the later wins (packaging spec 4.1). */
async function package_solution_projectsOf(script, solution, projects) {
    const named = new Map();
    for (const { name, path } of script.source.projects) {
        named.set(name, await projects.load(solution, path));
    }
    return named;
}
/** The name becomes a folder and a file name, which Windows compares without case (packaging spec 14.7). */
function checkScriptNames(scripts) {
    const seen = new Map();
    for (const script of scripts) {
        const other = seen.get(script.name.toLowerCase());
        if (other !== undefined) {
            throw new packaging_error/* PackagingError */.y('duplicate-name', `Two scripts have the name ${script.name}: ${other.shown} and ${script.shown}.`, {
                where: script.shown,
                next: 'Give each script a name of its own; upper and lower case do not count.',
            });
        }
        seen.set(script.name.toLowerCase(), script);
    }
}
/** DLLs that a project takes from the repository but that are not in `Dlls`, and so not packaged (packaging spec 13.1). */
function unpackagedDlls(script, dlls, solution, tree) {
    return script.references.flatMap(({ hintPath, dll, param, project }) => {
        const path = hintPath === undefined ? undefined : tree.inside((0,external_node_path_.dirname)(project.file), hintPath);
        const isInRepository = path !== undefined && !(0,paths/* isWithin */.UO)((0,external_node_path_.join)((0,external_node_path_.dirname)(solution), 'Dlls'), path);
        return isInRepository && param.includes('\\') && !dlls.has(dll)
            ? [
                `Project ${project.name} references ${tree.show(path)}, which is not in the folder Dlls and so not packaged: ${param} must already be on the DataMiner System.`,
            ]
            : [];
    });
}


/***/ }),

/***/ 1386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findSolution: () => (/* binding */ findSolution)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3882);



const extensions = new Set(['.sln', '.slnx']);
/**
 * The one solution file that a path means: the path itself, or the only `.sln` or `.slnx` directly in that folder
 * (packaging spec 3.1).
 * @throws PackagingError `solution-not-found` or `solution-ambiguous`, naming what was found
 */
async function findSolution(path) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (stats === undefined) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-not-found', `The solution ${path} does not exist.`, {
            next: 'Give the path of a .sln or .slnx file, or of the folder that holds it.',
        });
    }
    return stats.isDirectory() ? onlySolutionIn(path) : explicitSolution(path, stats);
}
function explicitSolution(path, stats) {
    if (!stats.isFile() || !isSolutionName(path)) {
        throw new _dmapp_packaging_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PackagingError */ .y('solution-not-found', `${path} is not a solution file.`, {
            next: 'Give the path of a .sln or .slnx file, or of the folder that holds it.',
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
function isSolutionName(path) {
    return extensions.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(path).toLowerCase());
}


/***/ })

};
