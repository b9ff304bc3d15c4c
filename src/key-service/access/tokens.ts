import { type Static, Type } from 'typebox';
import { formatToken, isWellFormedToken, keyRandomBytes, tokenPrefix } from '../../contract/key-format.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { Page, PageQuery } from '../../contract/management/list.ts';
import { type Role, reaches } from '../../contract/management/role.ts';
import type { CreatedToken, NewToken, Token } from '../../contract/management/users.ts';
import type { Audited } from '../audit/audited.ts';
import { type Environment, timestamp } from '../environment.ts';
import { requireFutureTime } from '../given-time.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireName } from '../name.ts';
import { CursorNumber, pageOf, pageRequest } from '../page.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { type Actor, lockPlaceFor, tokenRow } from './actor.ts';
import { forbidden } from './authorization.ts';
import { signatureOf, type TokenPrincipal } from './principal.ts';
import { secretDigest } from './secret-digest.ts';
import { tokenState } from './token-state.ts';

type TokenRow = Tables['tokens'];

const Position = Type.Tuple([CursorNumber, Type.String()]);

/** API tokens: what automation calls the management API with. A token holds one role on one organization and all of its DMSs. */
export class Tokens {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #environment: Environment;
  #used = new Map<string, number>();

  constructor(db: Database, audited: Audited, environment: Environment) {
    this.#db = db;
    this.#audited = audited;
    this.#environment = environment;
  }

  /** The token behind a value, which is used by that; undefined for every value that does not work. */
  async use(value: string): Promise<TokenPrincipal | undefined> {
    if (!isWellFormedToken(value)) return undefined;
    const row = await this.#db
      .selectFrom('tokens')
      .selectAll()
      .where('digest', '=', secretDigest(value))
      .executeTakeFirst();
    const now = this.#environment.now();
    if (row === undefined || tokenState(row, now) !== 'active') return undefined;
    this.#used.set(row.id, now);
    return { type: 'token', id: row.id, name: row.name, organizationId: row.organization_id, role: row.role };
  }

  /**
   * Makes a token, whose value is shown here and never again.
   * @throws KeyServiceError `invalid` for a bad name or time, `forbidden` for a role above the actor's, one that was taken from
   * the actor meanwhile, or a life beyond that of the token that asks, `not-found` for an unknown organization
   */
  async create(organizationId: string, given: NewToken, actor: Actor): Promise<CreatedToken> {
    const name = requireName('name', given.name);
    if (!reaches(actor.role, given.role)) throw forbidden();
    const value = formatToken(this.#environment.randomBytes(keyRandomBytes));
    const now = this.#environment.now();
    const row: TokenRow = {
      id: this.#environment.newId(),
      organization_id: organizationId.toLowerCase(),
      name,
      role: given.role,
      digest: secretDigest(value),
      hint: value.slice(-4),
      created_at: now,
      created_by: signatureOf(actor.initiator),
      expires_at: given.expiresAt === undefined ? null : requireFutureTime('end of the token', given.expiresAt, now),
      last_used_at: null,
      revoked_at: null,
    };
    return await this.#audited.change(async (transaction) => {
      await lockPlaceFor(transaction, { organizationId: row.organization_id, systemId: null }, actor, now);
      await requireNoLongerLife(transaction, row, actor.initiator);
      await transaction.insertInto('tokens').values(row).execute();
      const entry = tokenEntry('token.created', row, actor.initiator);
      return { result: { ...tokenView(row, now), token: value }, entry };
    });
  }

  /** The tokens of an organization, the dead ones too, newest first. @throws KeyServiceError `invalid` for a page that is none */
  async list(organizationId: string, query: PageQuery): Promise<Page<Token>> {
    const page = pageRequest(query, Position);
    const rows = await this.#db
      .selectFrom('tokens')
      .selectAll()
      .where('organization_id', '=', organizationId.toLowerCase())
      .$if(page.after !== undefined, (tokens) => {
        const [createdAt, id] = page.after as Static<typeof Position>;
        return tokens.where(({ eb, or, and }) =>
          or([eb('created_at', '<', createdAt), and([eb('created_at', '=', createdAt), eb('id', '<', id)])]),
        );
      })
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.size + 1)
      .execute();
    const now = this.#environment.now();
    return pageOf(
      rows,
      page,
      ({ created_at, id }) => [created_at, id] as const,
      (row) => tokenView(row, now),
    );
  }

  /**
   * Ends a token; it does not work any more when this returns. Ending one that was ended before changes nothing.
   * @throws KeyServiceError `not-found` for a token that the organization does not have, `forbidden` for one above the actor
   */
  async revoke(organizationId: string, id: string, actor: Actor): Promise<void> {
    await this.#audited.change(async (transaction) => {
      const place = { organizationId: organizationId.toLowerCase(), systemId: null };
      await lockPlaceFor(transaction, place, actor, this.#environment.now());
      const row = await transaction
        .selectFrom('tokens')
        .selectAll()
        .where('id', '=', id.toLowerCase())
        .where('organization_id', '=', place.organizationId)
        .executeTakeFirst();
      if (row === undefined) throw noSuchToken();
      if (!reaches(actor.role, row.role)) throw forbidden();
      if (row.revoked_at !== null) return { result: undefined, entry: [] };
      await transaction
        .updateTable('tokens')
        .set({ revoked_at: this.#environment.now() })
        .where('id', '=', row.id)
        .execute();
      return {
        result: undefined,
        entry: tokenEntry('token.revoked', row, actor.initiator),
        revocations: [{ kind: 'token-revoked', tokenId: row.id }],
      };
    });
  }

  /** Writes down when tokens were last used. When that fails, it is tried again the next time. */
  async flush(): Promise<void> {
    const used = this.#used;
    if (used.size === 0) return;
    this.#used = new Map();
    try {
      for (const [id, at] of used) {
        await this.#db.updateTable('tokens').set({ last_used_at: at }).where('id', '=', id).execute();
      }
    } catch (error) {
      this.#used = new Map([...used, ...this.#used]);
      throw error;
    }
  }
}

function tokenView(row: TokenRow, now: number): Token {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    masked: `${tokenPrefix}…${row.hint}`,
    state: tokenState(row, now),
    createdAt: timestamp(row.created_at),
    createdBy: row.created_by,
    expiresAt: row.expires_at === null ? null : timestamp(row.expires_at),
    lastUsedAt: row.last_used_at === null ? null : timestamp(row.last_used_at),
  };
}

function tokenEntry(operation: 'token.created' | 'token.revoked', row: TokenRow, initiator: Initiator) {
  return {
    organizationId: row.organization_id,
    operation,
    subject: { type: 'token', id: row.id, name: row.name },
    initiator,
    details: {
      role: row.role satisfies Role,
      ...(row.expires_at !== null && { expiresAt: timestamp(row.expires_at) }),
    },
  } as const;
}

/** A token that was given for a time cannot make itself a successor that stays. */
async function requireNoLongerLife(transaction: Queries, row: TokenRow, initiator: Initiator): Promise<void> {
  if (initiator.type !== 'token') return;
  const end = (await tokenRow(transaction, initiator))?.expires_at ?? null;
  if (end === null || (row.expires_at !== null && row.expires_at <= end)) return;
  throw new KeyServiceError(
    'forbidden',
    'A token cannot make another one that outlives it',
    `Give the new one an end, ${timestamp(end)} at the latest.`,
  );
}

function noSuchToken(): KeyServiceError {
  return new KeyServiceError('not-found', 'There is no such token', 'Take its ID from the list of tokens.');
}
