import fc from 'fast-check';
import { keyHeader, legacyKeyHeader } from '../../../src/contract/headers.ts';
import { csrfHeader } from '../../../src/contract/management/paths.ts';
import { oddText, oddValue } from './odd-values.ts';
import { type Schema, type Schemas, valuesOf } from './schema-values.ts';

/** What is used of an OpenAPI document. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** What a caller of the service may know: IDs of things that exist, by the name of their path part, and what they call with. */
export interface Known {
  readonly ids: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
  readonly tokens: readonly string[];
  /** Put where secrets are expected; it must never come back. */
  readonly marker: string;
}

export interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** Requests to a service, most of them malformed in one way or several, and some not at all. */
export function requestsTo(document: Document, known: Known): fc.Arbitrary<Request> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return fc.constantFrom(...operations).chain(({ method, path, operation }) =>
    fc
      .record({
        method: mostly(fc.constant(method), fc.constantFrom(...oddMethods)),
        target: mostly(targetsOf(path, operation, known), fc.constantFrom(...oddTargets)),
        credentials: credentialsFrom(known),
        content: bodiesOf(operation, document.components.schemas, known),
        more: mostly(fc.constant<Headers>([]), fc.array(oddHeader, { minLength: 1, maxLength: 3 })),
      })
      .map(({ content: { type, body }, credentials, more, ...request }) => ({
        ...request,
        headers: [...credentials, ...(type === undefined ? [] : [['Content-Type', type] as const]), ...more],
        body,
      })),
  );
}

/** Nine times of ten the first one. */
function mostly<Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

const oddMethods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'X',
];

const oddTargets = [
  '/',
  '//',
  '*',
  '/..%2f..%2fetc%2fpasswd',
  '/../../etc/passwd',
  '/.%2e/.git/config',
  '/api/keys/v1-0/self/',
  '/api/keys/v1-0/self%00',
  '/api//keys/v1-0/self',
  '/API/KEYS/V1-0/SELF',
  '/api/keys/v1-0/self;a=b',
  'http://elsewhere.example/api/keys/v1-0/self',
  '/%',
  '/%ff%fe',
  '/\xff\xfe',
  `/${'a/'.repeat(2000)}`,
  `/${'a'.repeat(14_000)}`,
  `/${'a'.repeat(40_000)}`,
  '/metrics',
  '/openapi.json',
  '/assets/../../package.json',
  '/readyz?'.padEnd(9000, 'a=b&'),
];

function targetsOf(path: string, { parameters = [] }: Operation, known: Known): fc.Arbitrary<string> {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    mostly(fc.constant(known.ids[name] ?? known.ids.set ?? ''), oddText.map(encoded)).map(
      (value) => [name, value] as const,
    ),
  );
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const member = fc.tuple(fc.oneof(fc.constantFrom(...names, 'unknown', '__proto__'), oddText), oddText);
  const query = mostly(fc.constant<Headers>([]), fc.array(member, { minLength: 1, maxLength: 4 }));
  return fc.tuple(fc.tuple(...parts), query).map(([values, members]) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => new Map(values).get(name) ?? '');
    const search = members.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    return search === '' ? filled : `${filled}?${search}`;
  });
}

/** Percent-encoded; half a character stays what a careless client would send. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

type Headers = readonly (readonly [string, string])[];

function credentialsFrom({ keys, tokens, marker }: Known): fc.Arbitrary<Headers> {
  const key = fc.constantFrom(...keys, `dms1_${marker}`, marker, '', `${keys[0]}x`);
  const token = fc.constantFrom(...tokens, `dmt1_${marker}`, marker, '');
  return fc.oneof(
    // Every second request is somebody's who may do what it asks for.
    {
      weight: 14,
      arbitrary: fc.constant([[keyHeader, keys[0] ?? ''] as const, ['Authorization', `Bearer ${tokens[0]}`] as const]),
    },
    fc.constant([]),
    key.map((value) => [[keyHeader, value] as const]),
    key.map((value) => [[legacyKeyHeader, value] as const]),
    fc.tuple(key, key).map(([one, other]) => [[keyHeader, one] as const, [keyHeader, other] as const]),
    { weight: 6, arbitrary: token.map((value) => [['Authorization', `Bearer ${value}`] as const]) },
    fc
      .constantFrom('Basic Og==', 'Bearer', 'Bearer  a b', `Digest ${marker}`)
      .map((value) => [['Authorization', value] as const]),
    fc
      .constantFrom(
        `dataminer-deploy-session=${marker}`,
        '=;;=',
        `a=${'b'.repeat(4000)}`,
        '__Host-dataminer-deploy-session=',
      )
      .map((value) => [['Cookie', value] as const, [csrfHeader, marker] as const, ['Origin', 'null'] as const]),
  );
}

const oddHeader: fc.Arbitrary<readonly [string, string]> = fc.constantFrom(
  ['Content-Length', '5'],
  ['Content-Length', '-1'],
  ['Content-Length', '99999999999999999999'],
  ['Transfer-Encoding', 'chunked'],
  ['Transfer-Encoding', 'gzip, chunked'],
  ['Content-Encoding', 'gzip'],
  ['Expect', '100-continue'],
  ['Expect', 'the unexpected'],
  ['Upgrade', 'websocket'],
  ['Host', ''],
  ['Host', 'elsewhere.example:99999'],
  ['X-Forwarded-For', '\xff, 1.2.3.4'],
  ['X-Forwarded-Proto', 'gopher'],
  ['X-Forwarded-Host', '//evil'],
  ['If-None-Match', '*'],
  ['Range', 'bytes=0-1'],
  ['Accept', 'application/\x01'],
  ['X-Deploy-Repository', '\xff\xfe'.repeat(300)],
  ['X-Deploy-Workflow', 'w'.repeat(7000)],
  ['X-Long', 'x'.repeat(20_000)],
  ['Bad Name', 'x'],
  ['X-Control', '\x00'],
  ['Origin', 'https://evil.example'],
  ['Sec-Fetch-Site', 'cross-site'],
);

interface Content {
  readonly type: string | undefined;
  readonly body: Uint8Array;
}

const oddTypes = [
  undefined,
  '',
  'application/json; charset=utf-16',
  'application/json; charset=\xff',
  'application/xml',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'application/json/json',
];

function bodiesOf({ requestBody }: Operation, schemas: Schemas, known: Known): fc.Arbitrary<Content> {
  const none = fc.constant<Content>({ type: undefined, body: Buffer.alloc(0) });
  if (requestBody === undefined)
    return mostly(
      none,
      oddText.map((text) => ({ type: 'application/json', body: Buffer.from(text) })),
    );
  const [[type, { schema }]] = Object.entries(requestBody.content) as [[string, { schema: Schema }]];
  const bodies = type === 'application/json' ? jsonBodies(schema, schemas, known) : formBodies();
  return fc.oneof(
    { weight: 8, arbitrary: bodies.map(([its, body]) => ({ type: its, body })) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...oddTypes), bodies).map(([odd, [, body]]) => ({ type: odd, body })),
    },
    { weight: 1, arbitrary: none },
  );
}

function jsonBodies(schema: Schema, schemas: Schemas, { marker }: Known): fc.Arbitrary<readonly [string, Uint8Array]> {
  const valid = valuesOf(schema, schemas).map((value) => withMarker(value, marker));
  const changed = fc
    .tuple(valid, fc.nat(), oddText, oddValue, fc.constantFrom('replaced', 'removed', 'added'))
    .map(([value, place, name, odd, how]) => changedObject(value, { place, name, odd, how }));
  const text = fc.oneof(
    { weight: 3, arbitrary: valid.map((value) => JSON.stringify(value)) },
    { weight: 8, arbitrary: changed.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenJson) },
    { weight: 1, arbitrary: valid.map((value) => JSON.stringify(value).slice(0, -1)) },
  );
  return text.map((json) => ['application/json', Buffer.from(json)] as const);
}

const brokenJson = [
  '{',
  '{"a":}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"label":"a","label":"b"}',
  '\ufeff{}',
  '['.repeat(30_000),
  `{"a":${'9'.repeat(5000)}}`,
  `"${'x'.repeat(200_000)}"`,
  '\xff\xfe',
  'undefined',
];

/** Passwords, tokens and confirmations are what must not come back; anything else may be shown again. */
function withMarker(value: unknown, marker: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const secret = ['password', 'current', 'token'];
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, secret.includes(name) ? marker : part]));
}

function changedObject(
  value: unknown,
  { place, name, odd, how }: { place: number; name: string; odd: unknown; how: string },
): unknown {
  if (typeof value !== 'object' || value === null) return odd;
  const members = Object.entries(value);
  const chosen = members[place % Math.max(1, members.length)]?.[0];
  if (how === 'added' || chosen === undefined) return { ...value, [name]: odd };
  if (how === 'replaced') return { ...value, [chosen]: odd };
  return Object.fromEntries(members.filter(([member]) => member !== chosen));
}

/** Forms of an upload, whole and broken. */
function formBodies(): fc.Arbitrary<readonly [string, Uint8Array]> {
  const part = fc
    .tuple(
      fc.oneof(fc.constantFrom('name', 'version', 'contentType', 'file', '__proto__'), oddText),
      oddText,
      fc.boolean(),
    )
    .map(([name, value, isFile]) => {
      const fileName = isFile ? `; filename="${name}"` : '';
      return `--b0\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n${value}\r\n`;
    });
  const end = fc.constantFrom('--b0--\r\n', '--b0--', '', '--b0', '--b1--\r\n', '\r\n\r\n');
  const form = fc.tuple(fc.array(part, { maxLength: 8 }), end).map(([parts, ending]) => parts.join('') + ending);
  const broken = fc.constantFrom(
    '',
    '--b0',
    `--b0\r\n${'X-Header: x\r\n'.repeat(2000)}\r\n`,
    `--b0\r\nContent-Disposition: form-data; name=${'n'.repeat(20_000)}\r\n\r\n`,
    '--b0\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b0--\r\n',
    "--b0\r\nContent-Disposition: form-data; name=file; filename*=utf-8''%ff\r\n\r\nx\r\n--b0--\r\n",
    '--b0\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n!!\r\n--b0--\r\n',
    Array.from(
      { length: 200 },
      (_, index) => `--b0\r\nContent-Disposition: form-data; name=f${index}\r\n\r\nx\r\n`,
    ).join(''),
  );
  return mostly(form, broken).map((text) => ['multipart/form-data; boundary=b0', Buffer.from(text)] as const);
}

/** A request as it goes over the wire. It is its own last one, so that the answer ends with the connection. */
export function bytesOf({ method, target, headers, body }: Request): Buffer {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(given.has('host') ? [] : ['Host: localhost']),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(given.has('content-length') || given.has('transfer-encoding') || body.length === 0
      ? []
      : [`Content-Length: ${body.length}`]),
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
