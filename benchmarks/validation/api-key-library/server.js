/**
 * Checks keys by the API-key plugin of better-auth, in the way that its manual shows for a server: `auth.api.verifyApiKey`, which it
 * offers to the server's own code only. `node server.js FOLDER`, where the file `keys` has the keys that there are, one in a line.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';

const [folder = ''] = process.argv.slice(2);
const keys = readFileSync(join(folder, 'keys'), 'utf8').trim().split('\n');
const header = 'ocp-apim-subscription-key';

const database = new DatabaseSync(join(folder, 'library.sqlite'));
// Less than the key service asks of its disk: the library writes with every check.
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');

let made = 0;
const auth = betterAuth({
  database,
  secret: 'only for a benchmark, nothing is signed',
  baseURL: 'http://127.0.0.1',
  emailAndPassword: { enabled: true },
  logger: { disabled: true },
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  plugins: [apiKey({ rateLimit: { enabled: false }, customKeyGenerator: () => keys[made++] ?? '' })],
});

const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
const { user } = await auth.api.signUpEmail({
  body: { email: 'a@example.com', name: 'A benchmark', password: 'correct horse battery staple' },
});
for (const _ of keys) await auth.api.createApiKey({ body: { userId: user.id } });

const server = createServer(async (request, response) => {
  const { valid, key } = await auth.api.verifyApiKey({ body: { key: String(request.headers[header]) } });
  if (!valid || key === null) {
    response.writeHead(403).end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ setId: key.id, permissions: key.permissions, createdAt: key.createdAt }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}`, pid: process.pid })}\n`);
});
process.once('SIGTERM', () => process.exit());
