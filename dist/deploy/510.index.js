export const id = 510;
export const ids = [510];
export const modules = {

/***/ 9510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPlan: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/client/clock.ts

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        await (0,promises_.setTimeout)(milliseconds, undefined, signal && { signal });
    },
};

// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
var external_node_diagnostics_channel_default = /*#__PURE__*/__webpack_require__.n(external_node_diagnostics_channel_);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
;// CONCATENATED MODULE: ./src/contract/headers.ts
/** Header that carries the key on every call (an API management name, kept by dataminer.services; spec 2). */
const keyHeader = 'Ocp-Apim-Subscription-Key';
/** Header that one older client sends instead of {@link keyHeader}; a server accepts both, a client sends only the first. */
const legacyKeyHeader = 'DATAMINER-SERVICES-API-KEY';
/** Headers by which a caller says who it is, so that a key's usage can be traced to a repository and a run (design 4). */
const callerHeaders = {
    repository: 'X-Deploy-Repository',
    workflow: 'X-Deploy-Workflow',
    runId: 'X-Deploy-Run-Id',
    runAttempt: 'X-Deploy-Run-Attempt',
};

;// CONCATENATED MODULE: ./src/client/caller-headers.ts

/** Longest value that is sent, in characters. */
const maxValueLength = 256;
/**
 * The headers that say who calls, as far as it is known. Header values are ASCII; what a repository or workflow name
 * holds beyond that is percent-encoded, line breaks included.
 */
function headersOfCaller(caller) {
    const names = Object.keys(callerHeaders);
    return Object.fromEntries(names.flatMap((name) => {
        const value = caller[name]
            ?.toWellFormed()
            .replace(/[^\x20-\x7e]/gu, encodeURIComponent)
            .slice(0, maxValueLength);
        return value ? [[callerHeaders[name], value]] : [];
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/client/chance.ts

const systemChance = { fraction: () => Math.random(), uuid: () => (0,external_node_crypto_.randomUUID)() };

;// CONCATENATED MODULE: ./src/client/network-error.ts
/** Codes by which Node and OpenSSL say that a certificate or the handshake is bad. */
const tlsCodes = /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT_)/;
const meanings = {
    ECONNREFUSED: 'the connection was refused; nothing listens there',
    ENOTFOUND: 'the host name is not known; check the service URL and the DNS',
    EAI_AGAIN: 'the host name could not be looked up; the DNS does not answer',
    EHOSTUNREACH: 'the host cannot be reached',
    ENETUNREACH: 'the network cannot be reached',
    ETIMEDOUT: 'the connection timed out',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was closed while sending',
    // The address of the service was checked before, so it is the other one.
    ERR_INVALID_URL: 'https_proxy holds no URL',
};
/** True when the two sides could not agree on a trusted, encrypted connection; trying again cannot help. */
function isTlsError(error) {
    return tlsCodes.test(textOf(error, 'code'));
}
/** What a failure of the network means, in words, with its code. */
function describeNetworkError(error) {
    const code = textOf(error, 'code');
    const message = textOf(error, 'message');
    if (isTlsError(error)) {
        return (`no trusted connection (${code}). If the service or a proxy on the way has a certificate of a private authority, ` +
            `name that authority in NODE_EXTRA_CA_CERTS. ${message}`);
    }
    if (message.startsWith('tunneling socket'))
        return `the proxy of https_proxy made no connection (${message})`;
    const meaning = meanings[code];
    return meaning === undefined ? message || code || 'the connection failed' : `${meaning} (${code})`;
}
function textOf(error, member) {
    const text = error?.[member];
    return typeof text === 'string' ? text : '';
}

;// CONCATENATED MODULE: ./src/client/request-watch.ts
/** Watches over one request: ends it when a limit passes or the job is cancelled, and knows whether it was sent. */
class RequestWatch {
    /** Aborted when the request must end. */
    signal;
    /** The first reason for which the request was ended from this side. */
    ended;
    /** True once a connection stood that may have carried the request, or a part of it, to the service. */
    sent = false;
    #controller = new AbortController();
    #limits;
    #outer;
    #onCancel = () => this.end({ cause: 'cancelled', detail: 'cancelled' });
    #total;
    #connect;
    #idle;
    constructor(limits, outer) {
        this.signal = this.#controller.signal;
        this.#limits = limits;
        this.#outer = outer;
        this.#total = this.#timer(limits.total, `not done within ${seconds(limits.total)}`);
        this.#connect = this.#timer(limits.connect, `no connection within ${seconds(limits.connect)}`);
        if (outer?.aborted)
            this.#onCancel();
        outer?.addEventListener('abort', this.#onCancel, { once: true });
    }
    /** Learns from the request when its connection stands. Its head goes first, so that a service can refuse before the body. */
    follow(request) {
        request.once('socket', (socket) => {
            request.flushHeaders();
            if ('encrypted' in socket)
                socket.once('secureConnect', () => this.connected());
            else if (socket.connecting)
                socket.once('connect', () => this.connected());
            else
                this.connected();
        });
    }
    connected() {
        if (this.sent)
            return;
        this.sent = true;
        clearTimeout(this.#connect);
        this.#idle = this.#timer(this.#limits.idle, `nothing moved for ${seconds(this.#limits.idle)}`);
    }
    /** A piece of the request left or a piece of the answer came. */
    moved() {
        this.#idle?.refresh();
    }
    end(ended) {
        this.ended ??= ended;
        this.#controller.abort();
    }
    /** Lets go of everything that the request still holds; to be called at its end, whatever that was. */
    close() {
        for (const timer of [this.#total, this.#connect, this.#idle])
            clearTimeout(timer);
        this.#outer?.removeEventListener('abort', this.#onCancel);
        this.#controller.abort();
    }
    #timer(milliseconds, detail) {
        return setTimeout(() => this.end({ cause: 'time-limit', detail }), milliseconds);
    }
}
function seconds(milliseconds) {
    return `${milliseconds / 1000} s`;
}

// EXTERNAL MODULE: ./src/client/service-url.ts
var service_url = __webpack_require__(5940);
;// CONCATENATED MODULE: ./src/client/visible-text.ts
/** Longest detail that is shown of what a service says. */
const maxDetailLength = 300;
/**
 * Makes text from elsewhere fit for a log: one line, without control, formatting and direction characters, and without
 * anything that a CI runner would take for a workflow command (`::name::`, `##[name]`).
 */
function visibleText(text) {
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}]+/gu, ' ')
        .replace(/::(?=\s*[a-z])/gi, ': :')
        .replaceAll('##[', '# #[')
        .trim();
}
/** {@link visibleText}, cut to what a message can hold. Redact first: half a secret is not found any more. */
function visibleDetail(text) {
    const line = visibleText(text);
    return line.length > maxDetailLength ? `${line.slice(0, maxDetailLength - 1)}…` : line;
}
/** Deeper than any answer that the contract knows. */
const maxDepth = 10;
/**
 * A JSON value with every text in it, names of members included, passed through `clean`. What lies too deep for any
 * answer of the contract is left out.
 */
function withCleanTexts(value, clean, depth = 0) {
    if (typeof value === 'string')
        return clean(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (depth === maxDepth)
        return null;
    const inner = (item) => withCleanTexts(item, clean, depth + 1);
    if (Array.isArray(value))
        return value.map(inner);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [clean(name), inner(item)]));
}

;// CONCATENATED MODULE: ./src/client/transport.ts












/** Largest answer that is read, in bytes. */
const maxAnswerBytes = 1024 * 1024;
/**
 * A transport over `@actions/http-client`: through `https_proxy` unless `no_proxy` says otherwise, no redirect followed
 * (the key would travel along), a connection of its own for each request (a kept one may die at any moment, and a reset
 * would leave open whether the request was sent), and a time limit on every wait.
 */
function createTransport(options) {
    const { serviceUrl, signal, redact, clock = systemClock, chance = systemChance } = options;
    const debug = (line) => options.debug?.(visibleDetail(redact(line)));
    const ownHeaders = { accept: 'application/json', ...headersOfCaller(options.caller ?? {}) };
    async function send(request) {
        const started = clock.now();
        const size = request.body === undefined ? '' : `, ${request.body.length} bytes`;
        debug(`${request.method} ${(0,service_url/* joinServiceUrl */.v)(serviceUrl, request.path)} with the ${request.credential}${size}`);
        const watch = new RequestWatch(request.limits, signal);
        const body = request.body && watchedBody(request.body, watch);
        try {
            const response = await exchange(request, body, watch);
            body?.unpipe();
            const reply = await readAnswer(response.message, watch);
            debug(`answered ${describe(reply)} after ${clock.now() - started} ms`);
            return reply;
        }
        catch (error) {
            const reply = noAnswer(error, watch);
            debug(`no answer after ${clock.now() - started} ms: ${reply.detail}`);
            return { ...reply, detail: visibleDetail(redact(reply.detail)) };
        }
        finally {
            body?.destroy();
            watch.close();
        }
    }
    function exchange(request, body, watch) {
        const client = new lib/* HttpClient */.Qq(`dataminer-deploy/${options.version}`, [requestHandler(watch.signal)], {
            allowRedirects: false,
            allowRetries: false,
            keepAlive: false,
            // Its own limit is cruder than those of the watch; it must never be the first to act.
            socketTimeout: 2 * request.limits.total,
        });
        const headers = {
            ...ownHeaders,
            [keyHeader]: request.credential.value,
            ...(request.body && { 'content-type': request.body.contentType, 'content-length': request.body.length }),
        };
        return following(watch, () => client.request(request.method, (0,service_url/* joinServiceUrl */.v)(serviceUrl, request.path).href, body ?? null, headers));
    }
    return { serviceUrl, clock, chance, signal, redact, debug, send };
}
/**
 * Lets the watch see the request that `@actions/http-client` makes but does not show. The call makes it at once, and
 * perhaps another one that only asks a proxy for a tunnel. The client itself would wait for ever for a request that is
 * over without answer and without error, as after 101 (Switching Protocols).
 */
async function following(watch, call) {
    const { promise: over, reject } = Promise.withResolvers();
    const seeRequest = (message) => {
        const { request } = message;
        if (request.method === 'CONNECT')
            return;
        watch.follow(request);
        request.once('close', () => reject(new Error('the connection was closed without an answer')));
    };
    external_node_diagnostics_channel_default().subscribe('http.client.request.created', seeRequest);
    let response;
    try {
        response = call();
    }
    finally {
        external_node_diagnostics_channel_default().unsubscribe('http.client.request.created', seeRequest);
    }
    return await Promise.race([response, over]);
}
/**
 * Makes the abort signal a part of the request, and of the CONNECT request by which a tunnel agent asks a proxy. Insists
 * on a trusted certificate, whatever NODE_TLS_REJECT_UNAUTHORIZED says: the key must not go to a stranger.
 */
function requestHandler(signal) {
    return {
        prepareRequest(options) {
            options.signal = signal;
            options.rejectUnauthorized = true;
            const agent = options.agent;
            if (!isTunnelAgent(agent))
                return;
            agent.proxyOptions.signal = signal;
            agent.options.rejectUnauthorized = true;
        },
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('no authentication but by key')),
    };
}
function isTunnelAgent(agent) {
    return typeof agent === 'object' && agent !== null && 'proxyOptions' in agent;
}
/** The body as a stream whose errors end the request and whose progress counts as a sign of life. */
function watchedBody(body, watch) {
    const stream = external_node_stream_.Readable.from(paced(body, watch), { objectMode: false });
    stream.on('error', (error) => watch.end({ cause: 'body', detail: error.message }));
    return stream;
}
/**
 * Hands on each piece after a whole turn of the event loop, in which arrived data was read: so an early answer (a 403
 * while a large package is still being sent) is seen before the write that fails on the connection its sender closed.
 * The first step only ends the turn in which the piece was read.
 */
async function* paced(body, watch) {
    for await (const piece of body.open()) {
        await (0,promises_.setImmediate)();
        await (0,promises_.setImmediate)();
        watch.moved();
        yield piece;
    }
}
async function readAnswer(message, watch) {
    watch.connected();
    const pieces = [];
    let length = 0;
    let flaw;
    try {
        for await (const piece of message) {
            watch.moved();
            length += piece.length;
            if (length > maxAnswerBytes)
                break;
            pieces.push(piece);
        }
    }
    catch (error) {
        if (watch.ended?.cause === 'cancelled')
            throw error;
        flaw = 'broke-off';
    }
    if (length > maxAnswerBytes)
        flaw = 'too-long';
    const text = Buffer.concat(pieces).toString('utf8');
    return { kind: 'answer', status: message.statusCode ?? 0, headers: message.headers, text, ...(flaw && { flaw }) };
}
function noAnswer(error, watch) {
    const { ended, sent } = watch;
    if (ended !== undefined) {
        return {
            kind: 'no-answer',
            sent,
            cause: ended.cause === 'time-limit' ? 'network' : ended.cause,
            detail: ended.detail,
        };
    }
    return { kind: 'no-answer', sent, cause: isTlsError(error) ? 'tls' : 'network', detail: describeNetworkError(error) };
}
function describe({ status, text, flaw }) {
    return `${status}, ${text.length} characters${flaw === undefined ? '' : `, ${flaw}`}`;
}

;// CONCATENATED MODULE: ./src/contract/version.ts
/** Version of this package, as `package.json` has it (a test compares them). */
const version = '0.1.0';

;// CONCATENATED MODULE: ./src/deployment/caller.ts
/**
 * Who runs this job, from the variables that GitHub Actions, GitLab CI and Azure Pipelines set; sent along as the caller
 * headers so that a custodian sees who uses a key (design 4).
 */
function callerFrom(env) {
    const first = (...names) => names.map((name) => env[name]).find((value) => value);
    const caller = {
        repository: first('GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'BUILD_REPOSITORY_NAME'),
        workflow: first('GITHUB_WORKFLOW', 'CI_PIPELINE_NAME', 'BUILD_DEFINITIONNAME'),
        runId: first('GITHUB_RUN_ID', 'CI_PIPELINE_ID', 'BUILD_BUILDID'),
        runAttempt: first('GITHUB_RUN_ATTEMPT', 'SYSTEM_JOBATTEMPT'),
    };
    return Object.fromEntries(Object.entries(caller).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/contract/limits.ts
var limits = __webpack_require__(7220);
// EXTERNAL MODULE: ./src/contract/paths.ts
var paths = __webpack_require__(1358);
;// CONCATENATED MODULE: ./src/client/answer-schema.ts
/**
 * The body of an answer, checked against the contract, or what is wrong with it.
 * The schemas are loaded here, on first use, since a job that ends before its first answer need not pay for them.
 */
async function checkedAnswer(name, text) {
    const parsed = parsedJson(text);
    if (!parsed.ok)
        return parsed;
    const [schemas, { Check, Errors }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(436), __webpack_require__.e(860), __webpack_require__.e(652)]).then(__webpack_require__.bind(__webpack_require__, 5652)), Promise.all(/* import() */[__webpack_require__.e(436), __webpack_require__.e(196)]).then(__webpack_require__.bind(__webpack_require__, 196))]);
    const schema = schemas[name];
    if (Check(schema, parsed.value))
        return { ok: true, value: parsed.value };
    const [, [error]] = Errors(schema, parsed.value);
    return {
        ok: false,
        problem: `JSON that is no ${name}: ${error?.instancePath || 'the whole'} ${error?.message ?? 'differs'}`,
    };
}
/** The JSON of a body, or what it is instead. */
function parsedJson(text) {
    if (text.trim() === '')
        return { ok: false, problem: 'an empty body' };
    if (isHtml(text))
        return { ok: false, problem: 'an HTML page, not JSON; is this the address of the service?' };
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch {
        return { ok: false, problem: 'text that is no JSON, or only a part of it' };
    }
}
function isHtml(text) {
    return /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
}

;// CONCATENATED MODULE: ./src/client/multipart.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/**
 * A multipart/form-data body (RFC 7578): the text parts in their order, then the file, streamed from disk each time it
 * is opened. Its length is known beforehand, so that a service can refuse it at once and a cut one is noticed.
 * The stream fails when the file no longer has the size that was promised.
 * @param boundary must not occur in the parts; a random one does not
 */
function multipartBody(boundary, texts, file, onProgress = () => { }) {
    const head = Buffer.from(texts
        .map(({ name, value }) => `--${boundary}\r\n${disposition({ name })}\r\n\r\n${value}\r\n`)
        .concat(`--${boundary}\r\n${disposition(file)}\r\nContent-Type: application/octet-stream\r\n\r\n`)
        .join(''));
    const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
    async function* pieces() {
        yield head;
        let sent = 0;
        for await (const piece of fileContent(file)) {
            yield piece;
            sent += piece.length;
            onProgress({ sent, total: file.size });
        }
        yield tail;
    }
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        length: head.length + file.size + tail.length,
        open: () => external_node_stream_.Readable.from(pieces(), { objectMode: false }),
    };
}
async function* fileContent({ path, size }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(path), true);
        let read = 0;
        for await (const piece of file.createReadStream({ autoClose: false })) {
            read += piece.length;
            if (read > size)
                break;
            yield piece;
        }
        if (read !== size) {
            throw new Error(`the file ${path} changed while it was sent: it had ${size} bytes. Let nothing write to it and run again`);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Names are quoted as browsers do (WHATWG): a quote or a line break in one cannot end the header. */
function disposition({ name, filename }) {
    const quoted = (text) => `"${text.replace(/["\r\n]/g, (character) => encodeURIComponent(character))}"`;
    const start = `Content-Disposition: form-data; name=${quoted(name)}`;
    return filename === undefined ? start : `${start}; filename=${quoted(filename)}`;
}

;// CONCATENATED MODULE: ./src/keys/decision-table.ts
/** The decision table of spec 2.9, cell by cell. What it does not name stops. */
const table = {
    success: { probe: 'accepted', upload: 'proceed', register: 'proceed', deploy: 'proceed', poll: 'proceed' },
    400: { probe: 'stop', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'stop' },
    401: { probe: 'rejected', upload: 'rejected', register: 'rejected', deploy: 'rejected', poll: 'rejected' },
    403: { probe: 'rejected', upload: 'rejected', register: 'rejected', deploy: 'rejected', poll: 'rejected' },
    404: { probe: 'accepted', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'missing' },
    409: { probe: 'stop', upload: 'exists', register: 'exists', deploy: 'stop', poll: 'stop' },
    413: { probe: 'stop', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'stop' },
    429: { probe: 'wait', upload: 'wait', register: 'wait', deploy: 'wait', poll: 'wait' },
    '5xx': { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'unknown', poll: 'retry' },
    lost: { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'unknown', poll: 'retry' },
    unsent: { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'retry', poll: 'retry' },
};
/** The verdict of the table (spec 2.9) on how a call to the endpoints of a target ended. */
function classify(call, target, ending) {
    if (ending === 403 && call === 'probe' && target === 'catalog')
        return 'ambiguous';
    const row = rowOf(call, target, ending);
    return row === undefined ? 'stop' : table[row][call];
}
function rowOf(call, target, ending) {
    if (typeof ending !== 'number')
        return ending;
    if (ending >= 500)
        return '5xx';
    if (isSuccess(call, target, ending))
        return 'success';
    return ending in table ? ending : undefined;
}
/** The v1-0 endpoints answer exactly 200; uploads and key-catalog may answer any 2xx (spec 2.9). */
function isSuccess(call, target, status) {
    if (target === 'catalog' || call === 'upload')
        return status >= 200 && status < 300;
    return status === 200;
}

;// CONCATENATED MODULE: ./src/client/retry.ts

/** How long to keep trying, in milliseconds where not said otherwise. */
const retryPolicy = {
    /** Sendings of one request at most, when nothing was decided (5xx, reset, timeout). */
    attempts: 3,
    /** Pause before the second sending; doubles from one to the next. */
    firstPause: 1_000,
    longestPause: 60_000,
    /** Pauses after 429 without Retry-After: key-catalog refills one token in 36 s (spec 2.5), of the others nothing is known. */
    rateLimitPause: { catalog: 36_000, volatile: 5_000 },
    /** All pauses of one call together, unless the caller says otherwise. */
    waitBudget: 300_000,
};
/** What a request is given at least, in milliseconds, however little time is left. */
const shortestRequest = 5_000;
/**
 * Sends a request until there is a verdict that repeating it with the same key cannot better: 429 waits as long as the
 * service asks, 5xx, resets and timeouts are tried a few times. What may have happened already and must not happen twice
 * is never sent again (spec 2.9).
 */
async function sendWithRetries(transport, request, options) {
    let budget = options.waitBudget ?? options.timeBudget ?? retryPolicy.waitBudget;
    const end = transport.clock.now() + (options.timeBudget ?? Number.POSITIVE_INFINITY);
    for (let attempts = 1;; attempts++) {
        const reply = await transport.send(within(end - transport.clock.now(), request));
        const verdict = classify(options.call, options.target, endingOf(reply));
        const pause = pauseBeforeNext({ reply, verdict, attempts }, options.target, transport.clock.now(), transport.chance);
        if (pause === undefined || pause > budget || transport.clock.now() + pause >= end) {
            return { reply, verdict, attempts };
        }
        transport.debug(`trying again in ${pause / 1000} s, with the same key`);
        try {
            await transport.clock.sleep(pause, transport.signal);
        }
        catch {
            const cancelled = { kind: 'no-answer', sent: false, cause: 'cancelled', detail: 'cancelled' };
            return { reply: cancelled, verdict, attempts };
        }
        budget -= pause;
    }
}
/** The request with a limit that fits into the time that is left. */
function within(left, request) {
    const total = Math.min(request.limits.total, Math.max(shortestRequest, left));
    return { ...request, limits: { ...request.limits, total } };
}
/** How one sending ended, in the words of the decision table. A success whose text broke off is as good as lost. */
function endingOf(reply) {
    if (reply.kind === 'no-answer')
        return reply.sent ? 'lost' : 'unsent';
    return reply.flaw === 'broke-off' && reply.status < 300 ? 'lost' : reply.status;
}
/** Milliseconds to the next sending, or undefined when there must be none. */
function pauseBeforeNext({ reply, verdict, attempts }, target, now, chance) {
    if (reply.kind === 'no-answer' && reply.cause !== 'network')
        return undefined;
    const asked = reply.kind === 'answer' ? retryAfter(reply.headers['retry-after'], now) : undefined;
    if (verdict === 'wait') {
        if (asked !== undefined)
            return asked;
        const pause = retryPolicy.rateLimitPause[target];
        return target === 'catalog' ? pause : backoff(pause, attempts, chance);
    }
    if (verdict !== 'retry' || attempts >= retryPolicy.attempts)
        return undefined;
    return Math.max(asked ?? 0, backoff(retryPolicy.firstPause, attempts, chance));
}
/** Milliseconds that a Retry-After header asks for, as seconds or as a date; at least a second, undefined without one. */
function retryAfter(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Math.max(1000, Number(text) * 1000);
    const date = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(1000, date - now);
}
/** Doubling pauses, each shortened by up to a half by chance, so that many runners do not come back at the same moment. */
function backoff(first, attempts, chance) {
    const longest = Math.min(first * 2 ** (attempts - 1), retryPolicy.longestPause);
    return Math.round(longest * (1 - chance.fraction() / 2));
}

;// CONCATENATED MODULE: ./src/client/service-call.ts



/** Limits of a call that sends and gets a few lines, in milliseconds. */
const shortCallLimits = { connect: 15_000, idle: 30_000, total: 60_000 };
/**
 * The outcome of an exchange; `read` gets the value out of the body of a success.
 * Details are redacted, then made fit for a log: they may hold whatever a server chose to say.
 */
async function outcomeOf(transport, request, { reply, verdict, attempts }, read) {
    const where = `${request.method} ${(0,service_url/* joinServiceUrl */.v)(transport.serviceUrl, request.path)}`;
    const detail = (text) => visibleDetail(transport.redact(text));
    const times = attempts > 1 ? `, ${attempts} times` : '';
    if (reply.kind === 'no-answer') {
        if (reply.cause === 'body')
            return { kind: 'unsendable', detail: detail(reply.detail) };
        return { kind: 'unavailable', sent: reply.sent, detail: detail(`${where}: ${reply.detail}${times}`) };
    }
    const said = whatItSays(reply);
    const answered = `${where} answered ${reply.status}${times}${said && `: ${said}`}`;
    if (reply.status >= 200 && reply.status < 300) {
        if (reply.flaw !== undefined)
            return { kind: 'bad-answer', detail: detail(`${where}: ${flaws[reply.flaw]}${times}`) };
        if (verdict === 'proceed' || verdict === 'accepted') {
            const body = await read(reply.text);
            if (body.ok)
                return { kind: 'answered', value: body.value };
            return { kind: 'bad-answer', detail: detail(`${where} answered ${reply.status} with ${body.problem}`) };
        }
        return { kind: 'bad-answer', detail: detail(`${answered} (only 200 is a success here)`) };
    }
    if (verdict === 'rejected')
        return { kind: 'rejected', status: reply.status, detail: detail(said) };
    if (verdict === 'wait')
        return { kind: 'unavailable', sent: false, detail: detail(`${answered} (too many requests)`) };
    if (reply.status >= 500)
        return { kind: 'unavailable', sent: true, detail: detail(answered) };
    return { kind: 'refused', status: reply.status, detail: detail(answered) };
}
const flaws = {
    'broke-off': 'the answer broke off before its end',
    'too-long': 'the answer is longer than any that is expected',
};
/** What an answer that is no success says, in its own words as far as it has any. */
function whatItSays(answer) {
    if (answer.status >= 300 && answer.status < 400)
        return describeRedirect(answer.headers.location);
    if (isHtml(answer.text))
        return 'an HTML page; is this the address of the service?';
    const body = parsedJson(answer.text);
    return (body.ok && messageIn(body.value)) || answer.text.trim();
}
function describeRedirect(location) {
    const host = URL.parse(location ?? '')?.host;
    const target = host ? `to ${host}` : 'elsewhere on the same host';
    return `a redirect ${target}, which is not followed because the key would travel along; check the service URL`;
}
function messageIn(body) {
    if (typeof body === 'string')
        return body;
    if (typeof body !== 'object' || body === null)
        return undefined;
    const members = { ...body };
    return ['detail', 'title', 'message', 'error']
        .map((name) => members[name])
        .find((value) => typeof value === 'string');
}

;// CONCATENATED MODULE: ./src/client/artifacts.ts







/** An upload may take an hour, as long as something moves; afterwards the service may take its time to store it. */
const uploadLimits = { connect: 15_000, idle: 120_000, total: 3_600_000 };
const contentType = 'DmScript';
/** Uploads a package to the service for a while (spec 2.1). Repeating it is harmless: an orphan artifact expires. */
async function uploadArtifact(transport, credential, upload, options = {}) {
    const size = await sizeOf(upload.file);
    if (typeof size !== 'number')
        return { kind: 'unsendable', detail: size.problem };
    const request = {
        method: 'POST',
        path: paths/* paths */.f0.uploadArtifact,
        credential,
        body: multipartBody(transport.chance.uuid(), textParts(upload), { name: 'file', filename: upload.name, path: upload.file, size }, options.onProgress),
        limits: uploadLimits,
    };
    const exchange = await sendWithRetries(transport, request, { call: 'upload', target: 'volatile', ...options });
    return await outcomeOf(transport, request, exchange, readUploadAnswer);
}
async function sizeOf(file) {
    try {
        const { size } = await (0,external_node_fs_promises_.stat)(file);
        if (size <= limits/* maxPackageBytes */.kI)
            return size;
        return { problem: `the package ${file} has ${size} bytes; the service takes at most ${limits/* maxPackageBytes */.kI} (250 MiB)` };
    }
    catch (error) {
        return { problem: `the package ${file} cannot be read: ${error.message}` };
    }
}
/** The parts that every service needs, then those that an older one may show (spec 2.1). */
function textParts({ name, version, branch, identifier, isprerelease, developer, releasepath, }) {
    const parts = { name, version, contentType, branch, identifier, isprerelease, developer, releasepath };
    return Object.entries(parts).flatMap(([part, value]) => value === undefined ? [] : [{ name: part, value: String(value) }]);
}
async function readUploadAnswer(text) {
    const checked = await checkedAnswer('UploadAnswer', text);
    if (checked.ok && !/^[\x21-\x7e]{1,300}$/.test(checked.value.artifactId)) {
        return { ok: false, problem: 'an artifactId that is too long or holds blanks or control characters' };
    }
    return checked;
}

;// CONCATENATED MODULE: ./src/contract/deployment-state.ts
/** States of a deployment that a service reports (spec 2.3). Only `Pending` is not final. */
const deploymentStates = ['Pending', 'Succeeded', 'Timeout', 'Error'];
/**
 * The state that a service meant by this text. Old tools differ on the case of the letters, so it does not matter here;
 * a text that is no known state counts as not final (spec 2.3).
 */
function deploymentStateOf(text) {
    return deploymentStates.find((state) => state.toLowerCase() === text.trim().toLowerCase()) ?? 'Pending';
}
function isFinalState(state) {
    return state !== 'Pending';
}

;// CONCATENATED MODULE: ./src/client/json-body.ts

/** A JSON body, with the charset named as older clients do (spec 2.2). */
function jsonBody(value) {
    const bytes = Buffer.from(JSON.stringify(value));
    return {
        contentType: 'application/json; charset=utf-8',
        length: bytes.length,
        open: () => external_node_stream_.Readable.from([bytes], { objectMode: false }),
    };
}

;// CONCATENATED MODULE: ./src/client/deployments.ts







/**
 * Asks the service to deploy an uploaded artifact to the DMS of the key (spec 2.2). Sent once: only a request that
 * cannot have left is sent again. After `bad-answer`, or `unavailable` with `sent`, nobody knows whether it started.
 */
async function startDeployment(transport, credential, artifactId, options = {}) {
    const request = {
        method: 'POST',
        path: paths/* paths */.f0.deployArtifact,
        credential,
        body: jsonBody({ artifactId }),
        limits: shortCallLimits,
    };
    const exchange = await sendWithRetries(transport, request, { call: 'deploy', target: 'volatile', ...options });
    return await outcomeOf(transport, request, exchange, (text) => checkedAnswer('DeployAnswer', text));
}
/** Reads the state of a deployment (spec 2.3). Every text in it is made fit for a log. */
async function readDeployment(transport, credential, deploymentId, options = {}) {
    const request = {
        method: 'GET',
        path: (0,paths/* deploymentPath */.nR)(deploymentId),
        credential,
        limits: shortCallLimits,
    };
    const exchange = await sendWithRetries(transport, request, { call: 'poll', target: 'volatile', ...options });
    const outcome = await outcomeOf(transport, request, exchange, (text) => readInfo(text, (part) => visibleText(transport.redact(part))));
    if (exchange.verdict === 'missing' && outcome.kind === 'refused') {
        return { kind: 'answered', value: { known: false, detail: outcome.detail } };
    }
    return outcome;
}
async function readInfo(text, clean) {
    const checked = await checkedAnswer('DeploymentInfoAnswer', text);
    if (!checked.ok)
        return checked;
    const info = withCleanTexts(checked.value.DeploymentInfo, clean);
    return { ok: true, value: { known: true, state: deploymentStateOf(info.currentState), info } };
}

;// CONCATENATED MODULE: ./src/client/key-probe.ts




/**
 * Tests a key without any effect: asks for a deployment (a system key) or a Catalog item (an organization key) by an ID
 * that is made up, so that "not found" proves the key (spec 2.6).
 */
async function probeKey(transport, credential, target, options = {}) {
    const id = transport.chance.uuid();
    const path = target === 'volatile' ? (0,paths/* deploymentPath */.nR)(id) : (0,paths/* catalogItemPath */.gx)(id);
    const request = { method: 'GET', path, credential, limits: shortCallLimits };
    const exchange = await sendWithRetries(transport, request, { call: 'probe', target, ...options });
    const outcome = await outcomeOf(transport, request, exchange, parsedJson);
    if (outcome.kind === 'answered')
        return { kind: 'accepted' };
    if (outcome.kind === 'rejected')
        return outcome;
    if (outcome.kind === 'refused' && exchange.verdict === 'accepted')
        return { kind: 'accepted' };
    if (outcome.kind === 'refused' && exchange.verdict === 'ambiguous') {
        return { kind: 'ambiguous', status: outcome.status, detail: outcome.detail };
    }
    return { kind: 'unknown', detail: outcome.detail };
}

;// CONCATENATED MODULE: ./src/client/key-self.ts



/** Nobody waits long for a label. */
const selfLimits = { connect: 2_000, idle: 3_000, total: 5_000 };
/**
 * Who is this key? Tried once and only for the report: undefined when the service does not say. Never asked of
 * dataminer.services itself, which does not have this endpoint (design 4). Every text is made fit for a log.
 */
async function describeKey(transport, credential) {
    if ((0,paths/* isDataMinerServices */.CO)(transport.serviceUrl))
        return undefined;
    const reply = await transport.send({ method: 'GET', path: paths/* paths */.f0.keySelf, credential, limits: selfLimits });
    if (reply.kind !== 'answer' || reply.status !== 200)
        return undefined;
    const checked = await checkedAnswer('KeySelf', reply.text);
    if (!checked.ok)
        return undefined;
    return withCleanTexts(checked.value, (text) => visibleText(transport.redact(text)));
}

// EXTERNAL MODULE: ./src/contract/key-slot.ts
var key_slot = __webpack_require__(4078);
;// CONCATENATED MODULE: ./src/keys/key-ring-state.ts

/** The state before any call: every slot untested. */
function untestedState(given) {
    return key_slot/* keySlots */.N.map((slot) => ({ slot, given: given.includes(slot), state: 'untested' }));
}
/** The state after a slot was found to be `state`. */
function withSlotState(ring, slot, state, reason) {
    return ring.map((report) => report.slot === slot ? { slot, given: report.given, state, ...(reason !== undefined && { reason }) } : report);
}
/** The slot that the next call uses: the first given one that is not rejected. Only a rejection moves on (spec 2.6.4). */
function slotToUse(ring) {
    return ring.find(({ given, state }) => given && state !== 'rejected')?.slot;
}
/** True when a given key was rejected: somebody should regenerate that slot and update the secret that holds it. */
function needsRotation(ring) {
    return ring.some(({ given, state }) => given && state === 'rejected');
}

;// CONCATENATED MODULE: ./src/keys/keys-rejected-error.ts
const runbook = 'docs/runbooks/rotate-keys.md';
/** No given key works. Nothing is sent after the last rejection. `slots` tells what each slot answered. */
class KeysRejectedError extends Error {
    name = 'KeysRejectedError';
    slots;
    /** @param permission the permission that the refused call needs, when keys of the target have permissions */
    constructor(slots, target, permission) {
        const given = slots.filter((slot) => slot.given).length;
        super([
            `${given > 1 ? 'Both keys were' : 'The only key given was'} rejected: ${slots.map(keys_rejected_error_describe).join('; ')}.`,
            'Nothing more was sent.',
            target === 'volatile'
                ? 'These endpoints need a system key of the DMS to deploy to, not an organization key.'
                : `Each key is wrong, or lacks the permission ${permission ? `"${permission}"` : 'that the call needs'}.`,
            `Check the key set on the Keys page of the Admin app and follow ${runbook}.`,
        ].join(' '));
        this.slots = slots;
    }
}
function keys_rejected_error_describe({ slot, given, reason }) {
    if (!given)
        return `the ${slot} key is missing (none was given)`;
    return `the ${slot} key: ${reason ?? 'rejected'}`;
}

;// CONCATENATED MODULE: ./src/keys/key-ring.ts


/**
 * The keys of one key set, and which of them works. Every authenticated call goes through the ring: only a rejection
 * makes it use the other key; an outage never does, for it would burn both keys (spec 2.6.4).
 */
class KeyRing {
    #credentials;
    #target;
    #onFallback;
    #state;
    constructor(credentials, options) {
        this.#credentials = new Map(credentials.map((credential) => [credential.slot, credential]));
        this.#target = options.target;
        this.#onFallback = options.onFallback ?? (() => { });
        this.#state = untestedState([...this.#credentials.keys()]);
    }
    /** The slot that the next call uses; undefined when every given key was rejected. */
    get slotInUse() {
        return slotToUse(this.#state);
    }
    /** True when a key was rejected and the other one is in use instead. */
    get fellBack() {
        return this.rotationNeeded && this.slotInUse === 'secondary';
    }
    /** True when a given key was rejected, whether or not the other one works. */
    get rotationNeeded() {
        return needsRotation(this.#state);
    }
    /** What is known about each slot, primary first. */
    get slots() {
        return this.#state;
    }
    /**
     * Makes a call with the key in use; after a rejection repeats it once with the other key. The attempt gets the
     * credential and makes its request, body included, anew.
     * @param permission what the call needs beyond a good key, for the message
     * @throws KeysRejectedError when no given key is left
     */
    async call(attempt, permission) {
        for (;;) {
            const credential = this.#credentialInUse(permission);
            const outcome = await attempt(credential);
            if (isRejected(outcome)) {
                this.#reject(credential.slot, outcome);
                continue;
            }
            // A call that was answered proves its key better than any test could.
            if (outcome.kind === 'answered')
                this.#state = withSlotState(this.#state, credential.slot, 'accepted');
            return outcome;
        }
    }
    /**
     * Tests the keys in order, up to the first one that may be used: an accepted or an ambiguous one. An `unknown` answer
     * ends the search as well, since the other key would meet the same outage.
     * @throws KeysRejectedError when every given key was rejected
     */
    async accepted(probe) {
        return await this.call(async (credential) => {
            const outcome = await probe(credential);
            if (outcome.kind !== 'rejected')
                this.#note(credential.slot, outcome);
            return outcome;
        });
    }
    /** Tests every given key, whatever the others answered (that is how an idle slot is proven); never throws for a key. */
    async probeAll(probe) {
        for (const credential of this.#credentials.values()) {
            const outcome = await probe(credential);
            if (outcome.kind === 'rejected')
                this.#reject(credential.slot, outcome);
            else
                this.#note(credential.slot, outcome);
        }
        return this.#state;
    }
    /** @throws KeysRejectedError when every given key was rejected */
    assertUsable() {
        this.#credentialInUse();
    }
    #credentialInUse(permission) {
        const slot = this.slotInUse;
        const credential = slot && this.#credentials.get(slot);
        if (credential === undefined)
            throw new KeysRejectedError(this.#state, this.#target, permission);
        return credential;
    }
    #note(slot, outcome) {
        const state = outcome.kind;
        this.#state = withSlotState(this.#state, slot, state, outcome.kind === 'accepted' ? undefined : outcome.detail);
    }
    #reject(slot, { status, detail }) {
        const before = this.slotInUse;
        const reason = `answered ${status}${detail ? ` (${detail})` : ''}`;
        this.#state = withSlotState(this.#state, slot, 'rejected', reason);
        const after = this.slotInUse;
        if (before === slot && after !== undefined)
            this.#onFallback({ from: slot, to: after, reason });
    }
}
function isRejected(outcome) {
    return outcome.kind === 'rejected';
}

// EXTERNAL MODULE: ./src/packaging/dmapp/packaging-error.ts
var packaging_error = __webpack_require__(3882);
// EXTERNAL MODULE: ./src/deployment/exit-code.ts
var exit_code = __webpack_require__(7525);
;// CONCATENATED MODULE: ./src/deployment/job-failure.ts
/** Why a job ended badly: what happened and where, what to do next, and the exit code that says which kind it is. */
class JobFailure extends Error {
    name = 'JobFailure';
    exitCode;
    next;
    constructor(exitCode, message, next) {
        super(message);
        this.exitCode = exitCode;
        this.next = next;
    }
}

;// CONCATENATED MODULE: ./src/deployment/failure-messages.ts




/** Exit code of a step that was stopped from outside. */
const exitCodeOfStep = {
    'check the keys': exit_code/* exitCodes */.h.upload,
    package: exit_code/* exitCodes */.h.packaging,
    upload: exit_code/* exitCodes */.h.upload,
    deploy: exit_code/* exitCodes */.h.deployNotStarted,
    'watch the deployment': exit_code/* exitCodes */.h.deployFailed,
};
/** What an error that ended a step means to the user. */
function jobFailureOf(error, step, signal) {
    if (error instanceof JobFailure)
        return error;
    if (signal.aborted) {
        return new JobFailure(exitCodeOfStep[step], `Stopped by ${reasonText(signal.reason)} (step: ${step}).`, nextAfterStop(step));
    }
    if (error instanceof KeysRejectedError) {
        return new JobFailure(exit_code/* exitCodes */.h.keysRejected, error.message, 'Put current keys into the secrets and run it again.');
    }
    if (error instanceof packaging_error/* PackagingError */.y) {
        const where = error.where ? ` (${error.where})` : '';
        return new JobFailure(exit_code/* exitCodes */.h.packaging, `${error.message}${where}`, error.next);
    }
    if (isDiskFull(error)) {
        return new JobFailure(exit_code/* exitCodes */.h.packaging, 'The disk is full.', 'Free space in the temporary folder and run it again.');
    }
    return new JobFailure(exit_code/* exitCodes */.h.unexpected, `Something unexpected happened (step: ${step}): ${reasonText(error)}`, 'Run it again with `debug: true`; if it comes back, report it with that log.');
}
/** What to do about a job that was stopped; a deployment that was started is told of beside it. */
function nextAfterStop(step) {
    switch (step) {
        case 'deploy':
            return 'Look at the Deployments page before you run it again: the request may have arrived.';
        case 'watch the deployment':
            return 'There is no need to run it again.';
        default:
            return 'Run it again when it should be done after all.';
    }
}
/** The service told nothing about the keys: an outage, not a key problem. */
function outage(serviceUrl, detail) {
    return new JobFailure(exit_code/* exitCodes */.h.upload, `${serviceUrl.host} could not tell whether the key works: ${detail}. This is an outage, not a problem of the keys.`, 'Check `service-url` and the network, and run it again later. The keys need no change.');
}
function uploadFailure(outcome, serviceUrl, limit) {
    const failure = (message, next) => new JobFailure(exit_code/* exitCodes */.h.upload, message, next);
    switch (outcome.kind) {
        case 'refused':
            if (outcome.status === 413) {
                return failure(`The service finds the package too large: ${outcome.detail}.`, `Its limit is about ${limit} bytes.`);
            }
            return failure(`The service refused the upload (${outcome.status}): ${outcome.detail}.`, 'Correct what it names and run it again. Nothing was deployed.');
        case 'unavailable':
            return failure(`${serviceUrl.host} did not take the upload: ${outcome.detail}.`, 'Run it again later. Nothing was deployed.');
        case 'bad-answer':
            return failure(`${serviceUrl.host} answered the upload with something else than an artifact ID: ${outcome.detail}.`, 'Check `service-url`. Nothing was deployed.');
        case 'unsendable':
            return failure(`The package could not be sent: ${outcome.detail}.`, 'Nothing was deployed.');
    }
}
/** A deploy request that did not end with a deployment ID; `unknown` when it may have started one all the same. */
function deployFailure(outcome, artifactId) {
    const unknown = outcome.kind === 'bad-answer' || (outcome.kind === 'unavailable' && outcome.sent);
    if (unknown) {
        return {
            unknown,
            failure: new JobFailure(exit_code/* exitCodes */.h.deployNotStarted, `The answer to the deploy request was lost (${outcome.detail}), so it is unknown whether the deployment started. ` +
                'The request was not sent again, since that could deploy twice.', `Look at the Deployments page of the DMS. If artifact ${artifactId} is not there, run stage \`Deploy\` with its ID.`),
        };
    }
    const status = outcome.kind === 'refused' ? ` (${outcome.status})` : '';
    return {
        unknown,
        failure: new JobFailure(exit_code/* exitCodes */.h.deployNotStarted, `The deployment was not started${status}: ${outcome.detail}.`, `Artifact ${artifactId} is uploaded; run stage \`Deploy\` with its ID when the cause is mended.`),
    };
}
/** Watching that ended without `Succeeded`. */
function watchFailure(end, deploymentId, timeout) {
    const failure = (message, next) => new JobFailure(exit_code/* exitCodes */.h.deployFailed, message, next);
    switch (end.kind) {
        case 'finished':
            return failure(`Deployment ${deploymentId} ended as ${end.state}.`, 'Its event chain tells what happened on the DMS; the Deployments page shows it as well.');
        case 'time-is-up': {
            const last = end.latest ? `its last state was ${end.latest.currentState}` : 'no state was ever read';
            return failure(`Deployment ${deploymentId} was not finished within ${timeout / 1000} s; ${last}${end.trouble ? ` (${end.trouble})` : ''}.`, 'It goes on without this job: look at the Deployments page, and raise `timeout` if it needs longer.');
        }
        case 'stopped':
            return failure(`The state of deployment ${deploymentId} cannot be read: ${end.detail}.`, 'It may be running all the same: look at the Deployments page.');
    }
}
function isDiskFull(error) {
    return error instanceof Error && error.code === 'ENOSPC';
}
function reasonText(reason) {
    return reason instanceof Error ? reason.message : String(reason);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/deployment/package-source.ts
var package_source_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var package_source_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/**
 * Makes the package of a solution; `discard` removes it, unless a file to keep was asked for.
 * @param keep leave the package in its temporary folder when the job is over
 * @throws PackagingError
 */
async function packageFromSolution(source, places, { log, signal, keep }) {
    // Loaded here: the C# parser and the zip writer are not needed to report a wrong input.
    const [{ packageSolution }, { workRootOf }, { findSolution }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(836), __webpack_require__.e(219), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 8905)),
        __webpack_require__.e(/* import() */ 847).then(__webpack_require__.bind(__webpack_require__, 2847)),
        __webpack_require__.e(/* import() */ 386).then(__webpack_require__.bind(__webpack_require__, 1386)),
    ]);
    const asked = (0,external_node_path_.resolve)(places.workingFolder, source.path ?? '.');
    await requireInside(asked, [places.workspace], 'solution-path');
    const solution = await findSolution(asked);
    const folder = places.packageOutput ? undefined : await newFolderIn(places.temporaryFolder);
    const remove = async () => {
        if (folder)
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        const packaged = await packageSolution({
            solution,
            root: await workRootOf(solution, places.workspace),
            name: source.name,
            version: source.packageVersion,
            output: places.packageOutput ?? (0,external_node_path_.join)(folder, `${source.name ?? (0,external_node_path_.parse)(solution).name}.dmapp`),
            installer: source.installer,
            packageTime: places.packageTime,
            nuget: places.nuget,
            maxBytes: limits/* maxPackageBytes */.kI,
            signal,
            onProgress: ({ step, done, total }) => log.progress(step, done, total),
        });
        const made = { ...packaged, uploadVersion: source.uploadVersion, kept: keep };
        return { made, discard: keep ? async () => { } : remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
async function newFolderIn(temporaryFolder) {
    try {
        return await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(temporaryFolder, 'dataminer-deploy-'));
    }
    catch (cause) {
        const { code } = cause;
        throw new packaging_error/* PackagingError */.y('output-not-writable', `The temporary folder cannot be written to (${code}).`, {
            where: temporaryFolder,
            next: 'Let RUNNER_TEMP (outside GitHub: TMPDIR or TEMP) name a folder that exists, may be written to and has free space.',
            cause,
        });
    }
}
/**
 * Reads what a ready package says of itself.
 * @throws PackagingError when it is missing, too large, outside the workspace or no package
 */
async function packageFromFile(source, places) {
    const { openPackage } = await Promise.all(/* import() */[__webpack_require__.e(836), __webpack_require__.e(689)]).then(__webpack_require__.bind(__webpack_require__, 2689));
    const file = (0,external_node_path_.resolve)(places.workingFolder, source.path);
    await requireInside(file, [places.workspace, places.workspace && places.temporaryFolder], 'package-path');
    const { size } = await (0,external_node_fs_promises_.stat)(file);
    if (size > limits/* maxPackageBytes */.kI) {
        throw new packaging_error/* PackagingError */.y('package-too-large', `The package has ${size} bytes; the limit is ${limits/* maxPackageBytes */.kI} (250 MB).`, {
            where: file,
            next: 'Take what the DMS does not need out of the package, companion files above all.',
        });
    }
    const opened = await openPackage(file);
    try {
        const { name, version } = opened.info;
        return {
            name: source.name ?? name,
            version,
            uploadVersion: source.uploadVersion ?? version,
            file,
            size,
            sha256: await sha256Of(file),
            kept: true,
            scripts: opened.entries
                .filter((entry) => /^AppInstallContent\\Scripts\\[^\\]+\\Script_[^\\]+\.xml$/i.test(entry.name))
                .map((entry) => ({ name: entry.name.split('\\')[2] ?? '', entry: entry.name })),
            assemblies: [],
            warnings: [],
        };
    }
    finally {
        await opened.close();
    }
}
/** @throws PackagingError when the path does not exist, or lies outside all of the folders that are set, links resolved */
async function requireInside(path, folders, setting) {
    const real = await (0,external_node_fs_promises_.realpath)(path).catch(() => {
        throw new packaging_error/* PackagingError */.y('file-not-found', `There is nothing at this path (${setting}).`, {
            where: path,
            next: `Check \`${setting}\`; it is taken from the workspace. In a workflow, check the repository out first.`,
        });
    });
    const roots = folders.filter((folder) => folder !== undefined);
    if (roots.length === 0)
        return;
    for (const root of roots) {
        // A root that does not exist holds nothing.
        const way = (0,external_node_path_.relative)(await (0,external_node_fs_promises_.realpath)(root).catch(() => root), real);
        if (way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way))
            return;
    }
    throw new packaging_error/* PackagingError */.y('outside-root', `This path leaves the workspace (${setting}).`, {
        where: path,
        next: `Give a path inside ${roots.join(' or ')}.`,
    });
}
/** One buffer for the whole file: a stream would leave a new one behind for each piece of it. */
async function sha256Of(file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const buffer = Buffer.allocUnsafe(1024 * 1024);
        const handle = package_source_addDisposableResource(env_1, await (0,external_node_fs_promises_.open)(file), true);
        for (;;) {
            const { bytesRead } = await handle.read(buffer);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(buffer.subarray(0, bytesRead));
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = package_source_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./src/deployment/stage.ts
var stage = __webpack_require__(4685);
;// CONCATENATED MODULE: ./src/deployment/poll-schedule.ts
const firstDelay = 500;
const longestDelay = 120_000;
/**
 * Waiting times between polls of a deployment, in ms: 0.5 s, then 1, 2, 4 … 120 s, and the rest of the timeout last, so that
 * the final poll falls at its end (design 4; the older tools began with 3 s, spec 2.4).
 */
function* pollDelays(timeout) {
    let remaining = timeout;
    for (let delay = firstDelay; remaining > 0; delay = Math.min(delay * 2, longestDelay)) {
        const next = Math.min(delay, remaining);
        remaining -= next;
        yield next;
    }
}

;// CONCATENATED MODULE: ./src/deployment/watch.ts


/** How long a deployment that was just started may be unknown to the service, in ms (spec 2.9). */
const missingGrace = 60_000;
/**
 * Polls a deployment until it is final or the time is up. An outage does not end it, since the deployment goes on without
 * us; only an answer that can never become better does (spec 2.9, column Poll).
 * @param poll reads the deployment once, within the remaining time in ms
 * @throws the signal's reason when aborted; KeysRejectedError from `poll`
 */
async function watchDeployment(poll, options) {
    const { timeout, clock, signal } = options;
    const start = clock.now();
    let latest;
    let trouble;
    for (const delay of pollDelays(timeout)) {
        // Requests take time as well: the schedule never runs past the end.
        const remaining = start + timeout - clock.now();
        if (remaining > 0)
            await clock.sleep(Math.min(delay, remaining), signal);
        const outcome = await poll(Math.max(0, start + timeout - clock.now()));
        signal.throwIfAborted();
        trouble = undefined;
        if (outcome.kind === 'answered' && outcome.value.known) {
            const { state, info } = outcome.value;
            latest = info;
            options.onReading?.(info);
            if (isFinalState(state))
                return { kind: 'finished', latest, state: state };
        }
        else if (outcome.kind === 'answered') {
            trouble = detailOf(outcome.value);
            if (clock.now() - start >= missingGrace)
                return { kind: 'stopped', latest, detail: trouble };
        }
        else if (outcome.kind === 'refused' || outcome.kind === 'unsendable') {
            return { kind: 'stopped', latest, detail: outcome.detail };
        }
        else {
            trouble = outcome.detail;
        }
        if (trouble !== undefined)
            options.onTrouble?.(trouble);
        if (remaining <= 0)
            break;
    }
    return { kind: 'time-is-up', latest, trouble };
}
function detailOf(reading) {
    return reading.known ? reading.state : reading.detail;
}

;// CONCATENATED MODULE: ./src/deployment/job.ts











/**
 * Runs a job from its keys to its final state: one straight line (design 3). Never throws: a failure is part of the
 * report, beside all that was reached before it, and nothing half-done stays behind.
 */
async function runDeployJob(plan, tools) {
    const job = new Job(plan, tools);
    try {
        await job.run();
    }
    catch (error) {
        job.fail(error);
    }
    finally {
        await job.cleanUp();
    }
    return job.report;
}
class Job {
    #plan;
    #tools;
    #ring;
    #report;
    #step = 'check the keys';
    #discardPackage = async () => { };
    constructor(plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
        this.#ring = new KeyRing(plan.credentials, {
            target: plan.target,
            onFallback: ({ from, to, reason }) => tools.log.warning(`The ${from} key was rejected (it ${reason}), so the ${to} key is used. ` +
                `Put the current ${from} key into its secret; docs/runbooks/rotate-keys.md tells how.`),
        });
        this.#report = {
            stage: plan.stage,
            dryRun: plan.dryRun,
            serviceUrl: plan.serviceUrl.href,
            keys: [],
            rotationNeeded: false,
            events: [],
            steps: [],
            ...(plan.artifactId !== undefined && { artifactId: plan.artifactId }),
        };
    }
    /** The report with what the key ring has learnt so far. */
    get report() {
        const { slots, slotInUse, rotationNeeded } = this.#ring;
        const used = slots.find(({ slot, state }) => slot === slotInUse && (state === 'accepted' || state === 'ambiguous'));
        return { ...this.#report, keys: slots, rotationNeeded, ...(used && { keySlot: used.slot }) };
    }
    async run() {
        const does = stage/* stages */._[this.#plan.stage];
        if (does.keys)
            await this.#run('check the keys', () => this.#checkKeys());
        if (does.packages)
            await this.#run('package', () => this.#package());
        if (this.#plan.dryRun) {
            this.#tools.log.info('Dry run: nothing is uploaded or deployed.');
            return;
        }
        if (does.uploads)
            await this.#run('upload', () => this.#upload());
        if (does.deploys)
            await this.#run('deploy', () => this.#deploy());
        if (does.deploys)
            await this.#run('watch the deployment', () => this.#watch());
    }
    fail(error) {
        const failure = jobFailureOf(error, this.#step, this.#tools.signal);
        if (!(error instanceof JobFailure) && error instanceof Error)
            this.#tools.log.debug(error.stack ?? error.message);
        const { exitCode, message, next } = failure;
        const started = this.#report.deploymentId;
        const goesOn = this.#step === 'watch the deployment' && !(error instanceof JobFailure);
        this.#report.failure = {
            exitCode,
            message,
            next: goesOn ? `${next} Deployment ${started} was started and goes on; look at the Deployments page.` : next,
        };
    }
    async cleanUp() {
        await this.#discardPackage();
    }
    async #run(step, work) {
        this.#tools.signal.throwIfAborted();
        this.#step = step;
        const { clock, log } = this.#tools;
        const start = clock.now();
        try {
            await log.step(`${step.charAt(0).toUpperCase()}${step.slice(1)}`, work);
        }
        finally {
            this.#report.steps = [...this.#report.steps, { title: step, milliseconds: clock.now() - start }];
        }
    }
    async #checkKeys() {
        const { transport, log, signal } = this.#tools;
        const probe = (credential) => probeKey(transport, credential, this.#plan.target, { waitBudget: this.#plan.timeout });
        if (this.#plan.stage === 'Validate') {
            const slots = await this.#ring.probeAll(probe);
            signal.throwIfAborted();
            for (const slot of slots)
                this.#tellSlot(slot);
            this.#ring.assertUsable();
            const usable = slots.some(({ state }) => state === 'accepted' || state === 'ambiguous');
            if (!usable)
                throw outage(this.#plan.serviceUrl, slots.find(({ state }) => state === 'unknown')?.reason ?? '');
        }
        else {
            const outcome = await this.#ring.accepted(probe);
            signal.throwIfAborted();
            if (outcome.kind === 'unknown')
                throw outage(this.#plan.serviceUrl, outcome.detail);
            log.info(`The ${this.#ring.slotInUse} key works.`);
        }
        const self = await this.#ring.call(async (credential) => ({
            kind: 'answered',
            self: await describeKey(transport, credential),
        }));
        if (self.self) {
            this.#report.keyLabel = self.self.label;
            log.info(`Key set: ${self.self.label}${self.self.dms ? `, DMS: ${self.self.dms.name}` : ''}.`);
        }
    }
    #tellSlot({ slot, given, state, reason }) {
        const { log } = this.#tools;
        const line = `The ${slot} key: ${given ? state : 'not given'}${reason ? `, ${reason}` : ''}.`;
        // A rejected primary key has its warning from the fallback already.
        if (state === 'rejected' && slot === 'secondary' && this.#ring.slotInUse === 'primary') {
            log.warning(`${line} It cannot stand in for the primary key until its secret holds the current value.`);
        }
        else
            log.info(line);
    }
    async #package() {
        const { source, stage } = this.#plan;
        const { places, log, signal } = this.#tools;
        if (source?.kind === 'ready') {
            this.#report.package = await packageFromFile(source, places);
        }
        else if (source) {
            const keep = stage === 'Package';
            const { made, discard } = await packageFromSolution(source, places, { log, signal, keep });
            this.#discardPackage = discard;
            this.#report.package = made;
        }
        this.#tellPackage(this.#report.package);
    }
    #tellPackage({ name, version, file, size, sha256, scripts, warnings }) {
        const { log } = this.#tools;
        const { source } = this.#plan;
        if (source?.kind === 'solution' && source.installer === 'omit') {
            log.info('Without the libraries of its install script, as asked (installer: omit): for folder connectors only.');
        }
        for (const warning of warnings)
            log.warning(warning);
        log.info(`Package ${name} ${version}: ${scripts.length} script(s), ${size} bytes, SHA-256 ${sha256}.`);
        for (const script of scripts)
            log.info(`  ${script.name}`);
        log.debug(file);
    }
    async #upload() {
        const { transport, log, origin, signal } = this.#tools;
        const { file, name, uploadVersion } = this.#report.package;
        const upload = { file, name, version: uploadVersion, ...(await origin?.()) };
        const outcome = await this.#ring.call((credential) => uploadArtifact(transport, credential, upload, {
            waitBudget: this.#plan.timeout,
            onProgress: ({ sent, total }) => log.progress('uploaded', sent, total),
        }), 'upload');
        signal.throwIfAborted();
        if (outcome.kind !== 'answered')
            throw uploadFailure(outcome, this.#plan.serviceUrl, limits/* maxPackageBytes */.kI);
        this.#report.artifactId = outcome.value.artifactId;
        log.info(`Artifact ${outcome.value.artifactId}.`);
    }
    async #deploy() {
        const { transport, log, signal } = this.#tools;
        const artifactId = this.#report.artifactId;
        const outcome = await this.#ring.call((credential) => startDeployment(transport, credential, artifactId, { waitBudget: this.#plan.timeout }), 'deploy');
        if (outcome.kind === 'answered') {
            this.#report.deploymentId = outcome.value.deploymentId;
            this.#report.deploymentState = 'Pending';
            log.info(`Deployment ${outcome.value.deploymentId} was started.`);
            return;
        }
        const failure = deployFailure(outcome, artifactId);
        if (failure.unknown)
            this.#report.deploymentState = 'Unknown';
        signal.throwIfAborted();
        throw failure.failure;
    }
    async #watch() {
        const { transport, clock, log, signal } = this.#tools;
        const deploymentId = this.#report.deploymentId;
        let seen = 0;
        const end = await watchDeployment((remaining) => this.#ring.call((credential) => readDeployment(transport, credential, deploymentId, { timeBudget: remaining }), 'read deployment'), {
            timeout: this.#plan.timeout,
            clock,
            signal,
            onReading: (info) => {
                const chain = info.eventChain ?? [];
                for (const event of chain.slice(seen))
                    log.info(`${event.timestamp}  ${event.context}  ${event.kind}`);
                seen = Math.max(seen, chain.length);
                log.debug(`state ${info.currentState}`);
                this.#report.events = chain;
            },
            onTrouble: (detail) => log.info(`No state this time: ${detail}. The deployment goes on; asking again.`),
        });
        if (end.kind === 'finished') {
            this.#report.deploymentState = end.state;
            if (end.state === 'Succeeded')
                return log.info('The DMS reports: Succeeded.');
        }
        else if (end.kind === 'stopped') {
            this.#report.deploymentState = 'Unknown';
        }
        throw watchFailure(end, deploymentId, this.#plan.timeout);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/deployment/places.ts

/**
 * The environment that a repository's NuGet.config may take placeholders from: everything but the keys of this job, which no
 * feed is ever sent.
 */
function environmentForNuGet(env) {
    const isSecret = (name) => /^(?:INPUT_|ACTIONS_|DATAMINER_\w*(?:KEY|TOKEN)$)/i.test(name);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !isSecret(name)));
}
/** Time of a package: `SOURCE_DATE_EPOCH` (seconds), else the oldest that a zip can hold (design 4). */
function packageTimeFrom(env) {
    const epoch = env.SOURCE_DATE_EPOCH;
    return epoch && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date('1980-01-01T00:00:00Z');
}
/**
 * The home folder; the system's temporary folder for an account that has none, as in a container under any user ID.
 * @param home throws when there is none, as Node's own `homedir` does
 */
function homeFolder(home = external_node_os_.homedir) {
    try {
        return home();
    }
    catch {
        return (0,external_node_os_.tmpdir)();
    }
}

;// CONCATENATED MODULE: ./src/deployment/process-signal.ts
/**
 * A signal that is aborted when the process is asked to stop (SIGINT from a cancelled workflow, SIGTERM). A second request
 * finds no handler and ends the process at once.
 */
function signalOfProcess(process) {
    const controller = new AbortController();
    const names = ['SIGINT', 'SIGTERM'];
    const handlers = names.map((name) => {
        const handle = () => controller.abort(new Error(name));
        process.once(name, handle);
        return () => process.off(name, handle);
    });
    return {
        signal: controller.signal,
        dispose: () => {
            for (const remove of handlers)
                remove();
        },
    };
}

;// CONCATENATED MODULE: ./src/deployment/run-plan.ts







/** Runs a plan in this process: real clock, real network, stopped by SIGINT and SIGTERM. */
async function runPlan(plan, edge) {
    const { env, log, redact } = edge;
    const stop = signalOfProcess(process);
    const transport = createTransport({
        serviceUrl: plan.serviceUrl,
        version: version,
        caller: callerFrom(env),
        redact,
        debug: log.debug,
        signal: stop.signal,
    });
    try {
        return await runDeployJob(plan, {
            transport,
            log,
            clock: systemClock,
            signal: stop.signal,
            ...(edge.origin && { origin: edge.origin }),
            places: {
                ...edge.folders,
                nuget: { sources: [], offline: false, ...edge.nuget, env: environmentForNuGet(env), home: homeFolder() },
                packageTime: packageTimeFrom(env),
            },
        });
    }
    finally {
        stop.dispose();
    }
}


/***/ })

};
