export const id = 770;
export const ids = [770];
export const modules = {

/***/ 8770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   summaryOf: () => (/* binding */ summaryOf)
/* harmony export */ });
/** GitHub takes 1 MiB of summary per step; a long event chain is cut well before. */
const shownEvents = 200;
const shownTextLength = 2_000;
/** The job summary of a run as Markdown: one table, the scripts, and on failure the event chain (spec of the deploy job, design 4). */
function summaryOf(report) {
    const verdict = report.failure ? `❌ ${cell(report.failure.message)}` : `✅ ${cell(successOf(report))}`;
    const sections = [`## DataMiner deploy`, verdict];
    if (report.failure)
        sections.push(`**What next:** ${cell(report.failure.next)}`);
    if (report.rotationNeeded && !report.failure) {
        sections.push('⚠️ A given key was rejected. Put the current key into its secret: see `docs/runbooks/rotate-keys.md`.');
    }
    sections.push(table([['', ''], ...rowsOf(report)]));
    if (report.package && report.package.scripts.length > 0) {
        sections.push(details(`${report.package.scripts.length} script(s)`, table([['Script', 'Source', 'C# files', 'In the package'], ...scriptsOf(report)])));
    }
    if (report.package && report.package.warnings.length > 0) {
        sections.push(report.package.warnings.map((warning) => `- ⚠️ ${cell(warning)}`).join('\n'));
    }
    if (report.failure && report.events.length > 0) {
        sections.push('### Event chain', table([['Time', 'Context', 'Kind', 'Details'], ...eventsOf(report)]));
    }
    return `${sections.join('\n\n')}\n`;
}
function successOf(report) {
    if (report.dryRun)
        return 'Dry run: all is ready; nothing was uploaded or deployed.';
    switch (report.stage) {
        case 'Validate':
            return 'The keys were tested.';
        case 'Package':
            return 'The package was made.';
        case 'Upload':
            return 'The package was uploaded.';
        default:
            return 'The DMS reports: Succeeded.';
    }
}
function rowsOf(report) {
    const { package: made } = report;
    const rows = [
        ['Stage', report.dryRun ? `${report.stage} (dry run)` : report.stage],
        ['Service', report.serviceUrl],
        ['Key slot', report.keySlot],
        ['Key label', report.keyLabel],
        ...report.keys.map(({ slot, given, state, reason }) => [
            `Key, ${slot}`,
            given ? `${state}${reason ? `: ${reason}` : ''}` : 'not given',
        ]),
        ['Package', made && `${made.name} ${made.version} (${made.size} bytes)`],
        ['SHA-256', made?.sha256],
        ['Artifact', report.artifactId],
        ['Deployment', report.deploymentId],
        ['State', report.deploymentState],
        [
            'Time',
            report.steps.map(({ title, milliseconds }) => `${title} ${(milliseconds / 1000).toFixed(1)} s`).join(', '),
        ],
    ];
    return rows.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
function scriptsOf({ package: made }) {
    return (made?.scripts ?? []).slice(0, shownEvents).map(({ name, entry, source, exes }) => {
        const files = exes?.reduce((sum, exe) => sum + exe.files, 0);
        return [name, source ?? '', files === undefined ? '' : `${files}`, entry];
    });
}
function eventsOf({ events }) {
    return events.slice(-shownEvents).map(({ timestamp, context, kind, metadata }) => [
        timestamp,
        context,
        kind,
        Object.entries(metadata ?? {})
            .map(([name, value]) => `${name}: ${value}`)
            .join('; '),
    ]);
}
function table([head, ...rows]) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Text of others as the content of one cell: neither HTML nor Markdown, on one line, of bounded length. */
function cell(text) {
    const shown = text.length > shownTextLength ? `${text.slice(0, shownTextLength)}…` : text;
    return shown
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character])
        .replace(/[\\`*_{}[\]()#!|~@]/g, '\\$&');
}


/***/ })

};
