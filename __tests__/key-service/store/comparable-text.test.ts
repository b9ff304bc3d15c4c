import { comparable, holdsText } from '../../../src/key-service/store/comparable-text.ts';
import { onEveryStore } from '../support/stores.ts';

describe('comparable texts', () => {
  it('are the same whatever the case and however the characters are composed', () => {
    expect(comparable('Zürich CI')).toBe(comparable('zu\u0308RICH ci'));
    expect(comparable('ЁЛКА')).toBe('ёлка');
    expect(comparable('GitHub')).not.toBe(comparable('GitHub 2'));
  });
});

onEveryStore('a search in comparable texts', (store) => {
  it('finds a part in any case, and takes no character for a wildcard', async () => {
    const db = await store.open();
    const texts = ['Zürich 100%', 'ZÜRICH', 'a_b\\c', 'plain'];
    for (const [index, text] of texts.entries()) {
      const row = { id: `${index}`, name: text, comparable_name: comparable(text), version: 1, created_at: index };
      await db.insertInto('organizations').values(row).execute();
    }
    const found = async (text: string) => {
      const rows = await db
        .selectFrom('organizations')
        .select('id')
        .where(holdsText(db, 'comparable_name', text))
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => texts[Number(id)]);
    };
    expect(await found('üRI')).toEqual(['Zürich 100%', 'ZÜRICH']);
    expect(await found('%')).toEqual(['Zürich 100%']);
    expect(await found('_')).toEqual(['a_b\\c']);
    expect(await found('\\')).toEqual(['a_b\\c']);
    expect(await found("'")).toEqual([]);
    expect(await found('')).toEqual(texts);
  });
});
