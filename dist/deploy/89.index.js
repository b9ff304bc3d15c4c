export const id = 89;
export const ids = [89];
export const modules = {

/***/ 1089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDeployAction: () => (/* binding */ runDeployAction)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 16 modules
var core = __webpack_require__(3340);
// EXTERNAL MODULE: ./src/deployment/exit-code.ts
var exit_code = __webpack_require__(7525);
// EXTERNAL MODULE: ./src/client/service-url.ts
var service_url = __webpack_require__(5940);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/contract/limits.ts
var limits = __webpack_require__(7220);
;// CONCATENATED MODULE: ./src/contract/key-format.ts


/** What a key of the key service is scoped to, and the prefix that shows it. */
const keyPrefixes = { system: 'dms1_', organization: 'org1_' };
/** Prefix of the API tokens of the management API, which are no keys and are never taken for one. */
const tokenPrefix = 'dmt1_';
/** Random bytes that go into one key or token (256 bits). */
const keyRandomBytes = 32;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const bodyDigits = 43;
const checksumDigits = 6;
const keyPattern = /^(?:dms1|org1)_[0-9A-Za-z]{49}$/;
const tokenPattern = /^dmt1_[0-9A-Za-z]{49}$/;
/**
 * Makes a key: prefix, 43 base62 digits of the random bytes, 6 base62 digits of the CRC-32 over both (design 5).
 * The checksum lets scanners and the server tell a key from a typing error without asking the database.
 * @throws RangeError when not exactly {@link keyRandomBytes} bytes are given
 */
function formatKey(scope, random) {
    return withChecksum(keyPrefixes[scope], random);
}
/** True when the text has the format of {@link formatKey} and its checksum fits. Says nothing about whether the key works. */
function isWellFormedKey(text) {
    return keyPattern.test(text) && hasItsChecksum(text);
}
/** Makes an API token, in the format of keys. @throws RangeError when not exactly {@link keyRandomBytes} bytes are given */
function formatToken(random) {
    return withChecksum(tokenPrefix, random);
}
/** True when the text has the format of {@link formatToken} and its checksum fits. Says nothing about whether the token works. */
function isWellFormedToken(text) {
    return tokenPattern.test(text) && hasItsChecksum(text);
}
/**
 * What is wrong with a text that is offered as a key, or undefined when it may be one.
 * Keys of dataminer.services are opaque: only length and visible ASCII are asked of them (spec 2.6.5 and 4).
 * The answer never holds a part of the text.
 */
function problemWithKey(text) {
    if (!/^[\x21-\x7e]*$/.test(text))
        return 'holds a blank, a control character or a character outside ASCII';
    if (text.length < limits/* minKeyLength */._x)
        return `is shorter than ${limits/* minKeyLength */._x} characters`;
    if (text.length > limits/* maxKeyLength */.qg)
        return `is longer than ${limits/* maxKeyLength */.qg} characters`;
    return undefined;
}
function withChecksum(prefix, random) {
    if (random.length !== keyRandomBytes)
        throw new RangeError(`a key takes ${keyRandomBytes} random bytes`);
    const body = prefix + base62(BigInt(`0x${Buffer.from(random).toString('hex')}`), bodyDigits);
    return body + checksumOf(body);
}
function hasItsChecksum(text) {
    return checksumOf(text.slice(0, -checksumDigits)) === text.slice(-checksumDigits);
}
function checksumOf(body) {
    return base62(BigInt(crc32(body)), checksumDigits);
}
function base62(value, digits) {
    let text = '';
    for (let rest = value; rest > 0n; rest /= 62n)
        text = alphabet.charAt(Number(rest % 62n)) + text;
    return text.padStart(digits, '0');
}

// EXTERNAL MODULE: ./src/contract/key-slot.ts
var key_slot = __webpack_require__(4078);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/keys/credential.ts

/** One value of a key set. Its value is read on purpose only: printing, inspecting or serializing shows the slot alone. */
class Credential {
    slot;
    #value;
    constructor(slot, value) {
        this.slot = slot;
        this.#value = value;
    }
    get value() {
        return this.#value;
    }
    toString() {
        return `${this.slot} key`;
    }
    [external_node_util_.inspect.custom]() {
        return `Credential (${this})`;
    }
}

;// CONCATENATED MODULE: ./src/keys/given-keys.ts



/**
 * Turns the given texts into credentials, in the order in which they are tried, or says everything that is wrong with
 * them. Surrounding whitespace is dropped (a secret pasted with a line break works), anything else that cannot be a key
 * is refused before a request is made, and so are two equal keys, which could never stand in for each other (spec 2.6.5).
 * There are no credentials where there is a problem.
 */
function credentialsFrom(texts) {
    const credentials = key_slot/* keySlots */.N.flatMap((slot) => {
        const value = texts[slot]?.trim();
        return value ? [new Credential(slot, value)] : [];
    });
    const problems = credentials.length === 0 ? [nothingGiven] : [...malformed(credentials), ...equal(credentials)];
    return { credentials: problems.length === 0 ? credentials : [], problems };
}
const nothingGiven = {
    slot: 'primary',
    message: 'is missing, and so is the secondary key. Give both values of a key set of dataminer.services, at least one of them. ' +
        'A secret that this run may not read arrives empty.',
};
function malformed(credentials) {
    return credentials.flatMap(({ slot, value }) => {
        const problem = problemWithKey(value);
        return problem === undefined
            ? []
            : [{ slot, message: `${problem}. Copy the ${slot} key again from the Keys page, whole and without quotes.` }];
    });
}
function equal([first, second]) {
    if (second === undefined || first?.value !== second.value)
        return [];
    return [
        {
            slot: second.slot,
            message: 'equals the primary key, so it cannot stand in for it. ' +
                'Give the two different values of the key set, or leave the secondary key out.',
        },
    ];
}

// EXTERNAL MODULE: ./src/packaging/dmapp/packaging-error.ts
var packaging_error = __webpack_require__(3882);
;// CONCATENATED MODULE: ./src/packaging/dmapp/package-name.ts

/**
 * The package name for a given text: each of `" / \ < > | : * ?` becomes `_`; blanks stay (packaging spec 2.2).
 * @throws PackagingError `name-invalid` for a text that is blank or holds a control character
 */
function packageNameFrom(text) {
    if (text.trim() === '') {
        throw new packaging_error/* PackagingError */.y('name-invalid', 'The package name is empty.', { next: 'Give the package a name.' });
    }
    if (/\p{Cc}/u.test(text)) {
        throw new packaging_error/* PackagingError */.y('name-invalid', `The package name '${text}' holds a control character.`, {
            next: 'Give a name of one line without control characters.',
        });
    }
    return text.replace(/["/\\<>|:*?]/g, '_');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/packaging/dmapp/package-version.ts


const maxBuildNumber = 0xffff_ffff;
const maxPreReleaseNumber = 0xffff;
/**
 * A given version in DataMiner form (packaging spec 15.1 to 15.3): `1.0.1` and `1.0.1-CU2` stay, `1.0.0.1` becomes
 * `1.0.0-CU1`, and `1.0.1-beta1` becomes `101.0.53790`.
 * @throws PackagingError `version-invalid`
 */
function packageVersionOf(version) {
    if (/^\d+\.\d+\.\d+(-CU\d+)?$/.test(version)) {
        return version;
    }
    const fourParts = /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(version);
    if (fourParts) {
        return `${fourParts[1]}-CU${fourParts[2]}`;
    }
    const preRelease = /^(\d+\.\d+\.\d+(?:\.\d+)?)-(\w+)$/.exec(version);
    if (preRelease) {
        return preReleaseVersion(version, preRelease[1], preRelease[2]);
    }
    throw new packaging_error/* PackagingError */.y('version-invalid', `The version '${version}' has no known form.`, {
        next: 'Give it as A.B.C, A.B.C-CUn, A.B.C.D, A.B.C-suffix or A.B.C.D-suffix (letters, digits and _ in the suffix).',
    });
}
/**
 * The version of a build that has only a number: `0.0.0-CU7` for 7 (packaging spec 15.1).
 * @throws PackagingError `version-invalid` unless it is an integer from 0 to 4294967295
 */
function packageVersionOfBuild(buildNumber) {
    if (!Number.isInteger(buildNumber) || buildNumber < 0 || buildNumber > maxBuildNumber) {
        throw new packaging_error/* PackagingError */.y('version-invalid', `The build number ${buildNumber} is not usable.`, {
            next: `Give an integer from 0 to ${maxBuildNumber}.`,
        });
    }
    return `0.0.0-CU${buildNumber}`;
}
/** The digits of the numbers read as one number, and two bytes of the suffix's MD5 that deployed systems compare. */
function preReleaseVersion(version, numbers, suffix) {
    const number = Number(numbers.replaceAll('.', ''));
    if (number > maxPreReleaseNumber) {
        throw new packaging_error/* PackagingError */.y('version-invalid', `The pre-release version '${version}' is too large: its digits, read as one number, exceed ${maxPreReleaseNumber}.`, { next: 'Use smaller numbers before the dash, or a version without a suffix.' });
    }
    return `${number}.0.${(0,external_node_crypto_.createHash)('md5').update(suffix).digest().readUInt16LE(0)}`;
}

// EXTERNAL MODULE: ./src/deployment/settings.ts
var settings = __webpack_require__(3854);
// EXTERNAL MODULE: ./src/deployment/stage.ts
var deployment_stage = __webpack_require__(4685);
;// CONCATENATED MODULE: ./src/deployment/plan.ts







const timeoutRange = { min: 60, max: 43_200 };
/**
 * Checks all settings at once and makes them a plan (design 4). Pure: no file is looked at.
 * No message holds a part of a key.
 */
function planFrom(given) {
    const reader = new SettingReader(given);
    const stage = reader.choice('stage', deployment_stage/* stageNames */.h, 'All');
    const does = deployment_stage/* stages */._[stage ?? 'All'];
    const plan = {
        stage: stage ?? 'All',
        dryRun: reader.boolean('dry-run'),
        serviceUrl: reader.serviceUrl(),
        target: reader.target(),
        credentials: does.keys ? reader.credentials() : [],
        source: does.packages ? reader.source() : undefined,
        artifactId: does.deploys && !does.packages ? reader.required('artifact-id', 'It is an output of stage `Upload`.') : undefined,
        timeout: reader.integer('timeout', timeoutRange) * 1000,
    };
    reader.boolean('debug');
    reader.choice('if-version-exists', ['fail', 'skip'], 'fail');
    if (stage)
        reader.remarkUnused(stage);
    return reader.problems.length > 0 ? { problems: reader.problems } : { plan, remarks: reader.remarks };
}
/** Reads one setting after the other and collects what is wrong; a value returned beside a problem is never used. */
class SettingReader {
    problems = [];
    remarks = [];
    #given;
    constructor(given) {
        this.#given = given;
    }
    text(setting) {
        return this.#given[setting]?.trim() || settings/* settings */.W[setting].default;
    }
    required(setting, hint) {
        const text = this.text(setting);
        if (text === undefined)
            this.#problem(setting, `is missing. ${hint}`);
        return text;
    }
    choice(setting, accepted, fallback) {
        const text = this.text(setting) ?? fallback;
        const chosen = accepted.find((value) => value.toLowerCase() === text.toLowerCase());
        if (!chosen)
            this.#problem(setting, `is ${quoted(text)}. Accepted: ${accepted.join(', ')}.`);
        return chosen;
    }
    boolean(setting) {
        return this.choice(setting, ['true', 'false'], 'false') === 'true';
    }
    integer(setting, range) {
        const text = this.text(setting) ?? '';
        const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
        if (!(value >= range.min && value <= range.max)) {
            this.#problem(setting, `is ${quoted(text)}. Accepted: a whole number from ${range.min} to ${range.max}.`);
        }
        return value;
    }
    serviceUrl() {
        const parsed = (0,service_url/* parseServiceUrl */.i)(this.text('service-url') ?? '');
        if (parsed instanceof URL)
            return parsed;
        this.#problem('service-url', parsed.problem);
        return new URL('https://invalid.invalid');
    }
    credentials() {
        const { credentials, problems } = credentialsFrom({
            primary: this.#given['primary-key'],
            secondary: this.#given['secondary-key'],
        });
        for (const { slot, message } of problems)
            this.#problem(`${slot}-key`, message);
        if (credentials[0]?.slot === 'secondary') {
            this.#remark('primary-key', 'is empty, so only the secondary key can be used.');
        }
        return credentials;
    }
    target() {
        const asked = this.choice('target', ['auto', 'volatile', 'catalog'], 'auto');
        const signs = ['catalog-id', 'agent-destination-id'].filter((name) => this.text(name) !== undefined);
        if (asked === 'catalog') {
            this.#problem('target', 'is `catalog`, which this version cannot do yet. Use `volatile` with a system key.');
        }
        else if (asked === 'auto' && signs.length > 0) {
            const given = signs.map((name) => `\`${name}\``).join(' and ');
            this.#problem('target', `is \`auto\`, and ${given} makes that \`catalog\`, which this version cannot do yet. ` +
                'Set `target: volatile` and use a system key, which picks the DMS by itself.');
        }
        return 'volatile';
    }
    source() {
        const name = this.#checked('artifact-name', packageNameFrom);
        const ready = this.text('package-path');
        const solution = this.text('solution-path');
        const version = this.text('version');
        if (ready !== undefined) {
            if (solution !== undefined)
                this.#problem('package-path', 'and `solution-path` are both given. Give one of them.');
            return { kind: 'ready', path: ready, name, uploadVersion: version };
        }
        const installer = this.choice('installer', ['require', 'omit'], 'require') ?? 'require';
        const packageVersion = this.#packageVersion(version);
        const uploadVersion = version ?? `0.0.${this.text('build-number')}`;
        return { kind: 'solution', path: solution, name, packageVersion, uploadVersion, installer };
    }
    /** Remarks on settings that were given but mean nothing to this stage; most are leftovers of a copied workflow. */
    remarkUnused(stage) {
        const unused = deployment_stage/* stages */._[stage].packages
            ? ['artifact-id']
            : ['package-path', 'solution-path', 'artifact-name', 'version', 'build-number'];
        for (const setting of unused) {
            if (this.#given[setting]?.trim())
                this.#remark(setting, `is not used by stage \`${stage}\`.`);
        }
    }
    #packageVersion(version) {
        const build = this.text('build-number');
        if (version !== undefined) {
            if (build !== undefined)
                this.#remark('build-number', `is not used: \`version\` (${quoted(version)}) goes before it.`);
            return this.#checked('version', packageVersionOf) ?? '';
        }
        if (build === undefined) {
            this.#problem('version', 'and `build-number` are both missing. Give one of them.');
            return '';
        }
        return packageVersionOfBuild(this.integer('build-number', { min: 0, max: 0xffff_ffff }) || 0);
    }
    /** Runs a check of the packaging rules over a setting; its error becomes a problem of that setting. */
    #checked(setting, check) {
        const text = this.text(setting);
        if (text === undefined)
            return undefined;
        try {
            return check(text);
        }
        catch (error) {
            if (!(error instanceof packaging_error/* PackagingError */.y))
                throw error;
            this.#problem(setting, `is ${quoted(text)}. ${error.next}`);
            return undefined;
        }
    }
    #problem(setting, message) {
        this.problems.push({ setting, message });
    }
    #remark(setting, message) {
        this.remarks.push({ setting, message });
    }
}
/** A given text as it may stand in a message: short, on one line, visible. */
function quoted(text) {
    const line = JSON.stringify(text);
    return line.length > 100 ? `${line.slice(0, 99)}…"` : line;
}

;// CONCATENATED MODULE: ./src/deployment/report.ts

function exitCodeOf(report) {
    return report.failure?.exitCode ?? exit_code/* exitCodes */.h.ok;
}
/** Names of the action's outputs; `deploy --json` prints them as one object (design 4). */
const outputDescriptions = {
    'artifact-id': 'ID of the uploaded artifact, for a later stage `Deploy`.',
    ARTIFACT_ID: 'The same as `artifact-id`, under the name that older workflows read.',
    'deployment-id': 'ID of the deployment.',
    'deployment-state': '`Succeeded`, `Error`, `Timeout`, `Pending` (still running when the time was up) or `Unknown` (answer lost).',
    'key-slot': 'Slot of the key that worked: `primary` or `secondary`.',
    'key-label': 'Label of the key set, where the service tells it.',
    'rotation-needed': '`true` when one of the given keys was rejected.',
    'package-path': 'Path of the package, when it is kept (stage `Package`, or a given package).',
    'package-sha256': 'SHA-256 of the package.',
    'package-version': 'Version inside the package.',
    'catalog-id': 'Catalog item, for target `catalog`.',
};
/** Outputs of a job; those that have no value are empty. */
function outputsOf(report) {
    return {
        'artifact-id': report.artifactId ?? '',
        ARTIFACT_ID: report.artifactId ?? '',
        'deployment-id': report.deploymentId ?? '',
        'deployment-state': report.deploymentState ?? '',
        'key-slot': report.keySlot ?? '',
        'key-label': report.keyLabel ?? '',
        'rotation-needed': String(report.rotationNeeded),
        'package-path': report.package?.kept ? report.package.file : '',
        'package-sha256': report.package?.sha256 ?? '',
        'package-version': report.package?.version ?? '',
        'catalog-id': '',
    };
}

// EXTERNAL MODULE: ./src/keys/redaction.ts
var redaction = __webpack_require__(4433);
;// CONCATENATED MODULE: ./src/action/printable-line.ts
/**
 * Text of others as one log line: a line break or a leading `::` (or `##[` anywhere) would be a workflow command to the
 * runner, so none of them stays what it is.
 */
function printableLine(text) {
    return text
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .replace(/^\s*(?=::)/, '· ')
        .replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./src/action/actions-log.ts


const progressInterval = 5_000;
const title = 'DataMiner deploy';
/**
 * Log of a job in GitHub Actions: a group for each step, annotations for warnings. Every line passes `redact`. With
 * `verbose`, debug lines are shown to everybody, else only where the runner asks for them.
 */
function actionsLog(options) {
    const { verbose, now } = options;
    const line = (text) => printableLine(options.redact(text));
    let lastProgress = now();
    return {
        step: (name, run) => core/* group */.Os(name, run),
        info: (text) => core/* info */.pq(line(text)),
        warning: (text) => core/* warning */.$e(line(text), { title }),
        debug: (text) => (verbose ? core/* info */.pq(line(`debug: ${text}`)) : core/* debug */.Yz(line(text))),
        progress: (what, done, total) => {
            if (now() - lastProgress < progressInterval)
                return;
            lastProgress = now();
            core/* info */.pq(line(`${what}: ${Math.floor((100 * done) / Math.max(total, 1))} %`));
        },
    };
}
/** The one error annotation of a failed run. */
function annotateFailure(text) {
    core/* error */.z3(text, { title });
}

// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __webpack_require__(1729);
;// CONCATENATED MODULE: ./src/action/deploy-action.ts








/**
 * Runs the deploy action: inputs to plan, job, outputs, annotations and summary.
 * @returns the exit code of the process (design 4)
 */
async function runDeployAction(inputs, env) {
    const redact = (0,redaction/* redactorFor */.s)((0,action_inputs/* secretsOf */.Fj)(inputs).map((secret) => secret.trim()));
    const planned = planFrom(inputs);
    if ('problems' in planned) {
        annotateFailure(redact(problemText(planned.problems, env)));
        return exit_code/* exitCodes */.h.inputs;
    }
    const log = actionsLog({ redact, verbose: inputs.debug?.trim().toLowerCase() === 'true', now: Date.now });
    for (const { setting, message } of planned.remarks)
        log.info(`Note: input \`${setting}\` ${message}`);
    // Loaded here: a wrong input is reported without waiting for any of it.
    const { runPlan } = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 9510));
    const report = await runPlan(planned.plan, {
        env,
        log,
        redact,
        folders: {
            workingFolder: env.GITHUB_WORKSPACE || process.cwd(),
            workspace: env.GITHUB_WORKSPACE || undefined,
            temporaryFolder: env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(),
            packageOutput: undefined,
        },
        origin: async () => {
            const { uploadOriginFrom } = await __webpack_require__.e(/* import() */ 68).then(__webpack_require__.bind(__webpack_require__, 5068));
            return await uploadOriginFrom(env, inputs['github-token']?.trim(), log);
        },
    });
    const lost = setOutputs(report, redact);
    if (report.failure)
        annotateFailure(redact(`${report.failure.message}\n${report.failure.next}`));
    else if (lost) {
        annotateFailure(redact(`The job itself succeeded, but its outputs cannot be written: ${lost}\n` +
            'Check the file that GITHUB_OUTPUT names. Later steps would find no outputs, hence this step fails.'));
    }
    await writeSummary(report, env, redact);
    return !report.failure && lost ? exit_code/* exitCodes */.h.unexpected : exitCodeOf(report);
}
/** @returns why the outputs cannot be written, if so */
function setOutputs(report, redact) {
    try {
        for (const [name, value] of Object.entries(outputsOf(report)))
            core/* setOutput */.uH(name, redact(value));
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
async function writeSummary(report, env, redact) {
    if (!env.GITHUB_STEP_SUMMARY)
        return;
    try {
        const { summaryOf } = await __webpack_require__.e(/* import() */ 770).then(__webpack_require__.bind(__webpack_require__, 8770));
        await core/* summary */.z.addRaw(redact(summaryOf(report))).write();
    }
    catch (error) {
        // Decoration never changes the verdict.
        core/* info */.pq(`The job summary could not be written: ${redact(String(error))}`);
    }
}
function problemText(problems, env) {
    const lines = problems.map(({ setting, message }) => `Input \`${setting}\` ${message}`);
    const withoutSecrets = env.GITHUB_ACTOR === 'dependabot[bot]' || env.GITHUB_EVENT_NAME === 'pull_request';
    if (withoutSecrets && problems.some(({ setting }) => setting === 'primary-key')) {
        lines.push('GitHub hands no secrets to runs from forks, and Dependabot secrets only to Dependabot: deploy on `push` instead.');
    }
    return lines.join('\n');
}


/***/ }),

/***/ 5940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseServiceUrl),
/* harmony export */   v: () => (/* binding */ joinServiceUrl)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The base URL of a service, or what is wrong with the text (a sentence without its subject). Keys travel to this
 * address, so it must be https; plain http is for this machine only (design 4). A path is kept as a prefix.
 */
function parseServiceUrl(text) {
    const url = URL.parse(text.trim());
    if (url === null)
        return { problem: `is no URL. Accepted: https://host, for example https://api.dataminer.services.` };
    if (url.username !== '' || url.password !== '') {
        return { problem: 'holds a user name or password. Leave them out: only the keys say who calls.' };
    }
    if (url.search !== '' || url.hash !== '') {
        return { problem: `holds a query or a fragment. Give the base address only, for example ${url.origin}.` };
    }
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
        return {
            problem: `uses ${url.protocol}//${url.hostname}. Accepted: https; http only for this machine (localhost, 127.0.0.1, [::1]).`,
        };
    }
    return url;
}
/** The address of a path below the base URL, whose own path stays in front. */
function joinServiceUrl(base, path) {
    return new URL(base.pathname.replace(/\/+$/, '') + path, base);
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(hostname) && hostname.startsWith('127.'));
}


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keySlots)
/* harmony export */ });
/** The two values of a key set, in the order in which they are tried. */
const keySlots = ['primary', 'secondary'];


/***/ }),

/***/ 7220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _x: () => (/* binding */ minKeyLength),
/* harmony export */   kI: () => (/* binding */ maxPackageBytes),
/* harmony export */   qg: () => (/* binding */ maxKeyLength),
/* harmony export */   ws: () => (/* binding */ maxNameLength)
/* harmony export */ });
/* unused harmony exports minPasswordLength, maxPasswordLength, maxGraceHours, maxFilterValues, maxFilterTexts */
/** Largest package that the volatile upload takes, in bytes: 250 MiB (spec 2.1, unpublished; our choice). */
const maxPackageBytes = 250 * 1024 * 1024;
/** Shortest and longest key that is taken for one; the real format is unpublished, so nothing else is assumed (spec 4). */
const minKeyLength = 16;
const maxKeyLength = 512;
/** Longest name or label that people give to something, in characters. */
const maxNameLength = 100;
/** Shortest and longest password, in characters; a long one is better than a complicated one. */
const minPasswordLength = 12;
const maxPasswordLength = 256;
/** Longest time that a replaced value may go on working, in hours. */
const maxGraceHours = 168;
/** Most values of one filter of a list. */
const maxFilterValues = 100;
/** Most texts that a filter searches names for: each makes the search of a long audit trail longer. */
const maxFilterTexts = 10;


/***/ }),

/***/ 7525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Exit codes of the command line and of the action's process alike (design 4). */
const exitCodes = {
    ok: 0,
    unexpected: 1,
    inputs: 3,
    packaging: 4,
    upload: 5,
    deployNotStarted: 6,
    deployFailed: 7,
    keysRejected: 8,
};


/***/ }),

/***/ 4685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ stages),
/* harmony export */   h: () => (/* binding */ stageNames)
/* harmony export */ });
/** What each stage of a job does, in the order of the steps. */
const stages = {
    All: { keys: true, packages: true, uploads: true, deploys: true },
    Validate: { keys: true, packages: false, uploads: false, deploys: false },
    Package: { keys: false, packages: true, uploads: false, deploys: false },
    Upload: { keys: true, packages: true, uploads: true, deploys: false },
    Deploy: { keys: true, packages: false, uploads: false, deploys: true },
};
const stageNames = Object.keys(stages);


/***/ }),

/***/ 3882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   y: () => (/* binding */ PackagingError)
/* harmony export */ });
/**
 * A package that cannot be made or read. `message` says what happened, `where` in which file, `next` what to do.
 * All three are one line of printable text, whatever names the input holds: they end up in logs where a line
 * break could start a workflow command.
 */
class PackagingError extends Error {
    name = 'PackagingError';
    code;
    where;
    next;
    constructor(code, message, { where, next, cause }) {
        super(printable(message), cause === undefined ? undefined : { cause });
        this.code = code;
        this.where = where === undefined ? undefined : printable(where);
        this.next = printable(next);
    }
}
/** One line of printable text: control, format and line-separating characters become visible escapes (`\u000a`). */
function printable(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ })

};
