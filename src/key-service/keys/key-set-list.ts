import { Type } from 'typebox';
import type { KeySet, KeySetQuery } from '../../contract/management/keys.ts';
import type { Page } from '../../contract/management/list.ts';
import { CursorNumber, type PageRequest, pageOf, pageRequest } from '../page.ts';
import { holdsText } from '../store/comparable-text.ts';
import type { Database } from '../store/schema.ts';
import { type KeySetOwner, type KeySetPlace, placeOf } from './key-set-owner.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { keySetView } from './key-set-view.ts';
import { liveSets, storedKeySets } from './stored-key-set.ts';

/** Creation time and ID of a set. */
const Position = Type.Tuple([CursorNumber, Type.String()]);

/** See {@link KeySets.list}. */
export async function listKeySets(
  { db, environment }: KeySetParts,
  owner: KeySetOwner,
  query: KeySetQuery,
): Promise<Page<KeySet>> {
  const request = pageRequest(query, Position);
  const place = await placeOf(owner, db);
  const now = environment.now();
  return pageOf(
    await storedKeySets(db, setsOf(db, place, query.search, request), now),
    request,
    (set) => [set.created_at, set.id],
    (set) => keySetView(set, now),
  );
}

function setsOf(
  db: Database,
  { organization_id, system_id }: KeySetPlace,
  search: string | undefined,
  { size, after }: PageRequest<[number, string]>,
) {
  let sets = liveSets(db)
    .where('organization_id', '=', organization_id)
    .where('system_id', system_id === null ? 'is' : '=', system_id);
  if (search !== undefined) sets = sets.where(holdsText(db, 'comparable_label', search));
  if (after !== undefined) {
    const [createdAt, id] = after;
    sets = sets.where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '>', tuple(createdAt, id)));
  }
  return sets
    .orderBy('created_at')
    .orderBy('id')
    .limit(size + 1);
}
