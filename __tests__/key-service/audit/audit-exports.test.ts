import { once as event } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import type { AuditExport, AuditRecord } from '../../../src/contract/management/audit.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { AuditExports } from '../../../src/key-service/audit/audit-exports.ts';
import { AuditLog, type WantedRecords } from '../../../src/key-service/audit/audit-log.ts';
import { createKeyService } from '../../../src/key-service/index.ts';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import type { Tables } from '../../../src/key-service/store/schema.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { aTest } from '../support/custodian.ts';
import { tokenFor } from '../support/management.ts';
import { eventually } from '../support/service.ts';
import { longChain, once } from './support.ts';

/** Tells how far the audit log was read. */
class WatchedLog extends AuditLog {
  pages = 0;
  hasEnded = false;

  override async *read(wanted: WantedRecords): AsyncGenerator<readonly AuditRecord[]> {
    try {
      for await (const page of super.read(wanted)) {
        this.pages++;
        yield page;
      }
    } finally {
      this.hasEnded = true;
    }
  }
}

/** A store with an organization of its own that has 6,000 records, each of a kilobyte. */
async function withManyRecords(
  over: (position: number) => Partial<Tables['audit_records']> = () => ({}),
): Promise<UsedCore & { readonly organizationId: string }> {
  const used = await usedCore();
  const { db, environment } = used.core;
  const organizationId = environment.newId();
  const details = JSON.stringify({ note: 'x'.repeat(1000) });
  await longChain(used.core, organizationId, 6_000, (position) => ({ details, ...over(position) }));
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Large', comparable_name: 'large', version: 1, created_at: 0 })
    .execute();
  return { ...used, organizationId };
}

const manyRecords = once(() => withManyRecords());

async function begun({ db, audited, environment }: KeyServiceCore, organizationId: string, wanted: AuditExport) {
  const log = new WatchedLog(db);
  const exports = new AuditExports(db, { audited, auditLog: log }, environment);
  return { log, file: await exports.begin(organizationId, wanted, aTest) };
}

/** Gives everything that could still happen the chance to. */
async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('an export of many records', () => {
  it('has every record once, the newest first', async () => {
    const { core, organizationId } = await manyRecords();
    const length = await core.auditLog.length(organizationId);
    const { file } = await begun(core, organizationId, { format: 'json' });
    const records = JSON.parse(await text(file.content)) as AuditRecord[];
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length }, (_, index) => length - index));
  });

  it('ends with what was there at its beginning, whatever is added while it is read', async () => {
    const { core, organizationId } = await manyRecords();
    const length = await core.auditLog.length(organizationId);
    const { file } = await begun(core, organizationId, { format: 'csv', columnTitles: false });
    await begun(core, organizationId, { format: 'csv' });
    const lines = (await text(file.content)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(length);
    expect(lines[0]).toContain(`"${length}"`);
  });

  it('is read no faster than it is taken', async () => {
    const { core, organizationId } = await manyRecords();
    const { log, file } = await begun(core, organizationId, { format: 'csv' });
    file.content.read(1);
    await aWhile();
    const { pages } = log;
    expect(pages).toBeLessThanOrEqual(2);
    await aWhile();
    expect(log.pages).toBe(pages);
    await text(file.content);
    expect(log.pages).toBeGreaterThanOrEqual(12);
  });

  it('is read no further when nobody wants it any more', async () => {
    const { core, organizationId } = await manyRecords();
    const { log, file } = await begun(core, organizationId, { format: 'csv' });
    for await (const _ of file.content) if (log.pages > 0) break;
    await eventually(async () => log.hasEnded);
    expect(log.pages).toBeLessThanOrEqual(2);
  });

  it('fails, and never looks complete, when it cannot be read to its end', async () => {
    const { core, organizationId } = await withManyRecords((position) => (position === 1 ? { details: 'none' } : {}));
    const { file } = await begun(core, organizationId, { format: 'json' });
    await expect(text(file.content)).rejects.toThrow('JSON');
  });
});

describe('an export of many records over HTTP', () => {
  async function served(used: UsedCore & { readonly organizationId: string }) {
    const streams: Readable[] = [];
    const app = fastify();
    afterwards(() => app.close());
    app.addHook('onSend', async (_request, _reply, payload) => {
      if (payload instanceof Readable) streams.push(payload);
      return payload;
    });
    await app.register(createKeyService({ ...used.options, environment: used.environment }));
    const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const token = await tokenFor(used, 'admin', used.organizationId);
    const path = managementPath(managementPaths.auditExport, { org: used.organizationId });
    const headers = { ...token.headers(url.href), 'content-type': 'application/json' };
    return { streams, url, path, headers };
  }

  it('ends its reading when its caller goes away', async () => {
    const { streams, url, path, headers } = await served(await manyRecords());
    const body = JSON.stringify({ format: 'csv' });
    const socket = connect({ port: Number(url.port), host: '127.0.0.1' });
    const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': body.length });
    socket.write(
      `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    );
    await event(socket, 'data');
    socket.destroy();
    const [stream] = streams;
    await eventually(async () => stream?.destroyed);
    expect(stream?.readableEnded).toBe(false);
  });

  it('breaks the connection when it cannot be read to its end', async () => {
    const used = await withManyRecords((position) => (position === 1 ? { details: 'none' } : {}));
    const { url, path, headers } = await served(used);
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      headers,
      body: JSON.stringify({ format: 'csv' }),
    });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });
});
