import { Type } from 'typebox';
import { CursorNumber, pageOf, pageRequest } from '../../src/key-service/page.ts';

const Position = Type.Tuple([CursorNumber, Type.String()]);

/** A list of numbers, page by page. */
function page(numbers: readonly number[], query: { limit?: string; cursor?: string }) {
  const request = pageRequest(query, Position);
  const [after] = request.after ?? [0];
  const rows = numbers.filter((number) => number > after).slice(0, request.size + 1);
  return pageOf(
    rows,
    request,
    (number) => [number, 'ü'],
    (number) => `#${number}`,
  );
}

describe('a page of a list', () => {
  it('tells where the next one begins, until there is none', () => {
    const first = page([1, 2, 3], { limit: '2' });
    expect(first).toEqual({ items: ['#1', '#2'], next: expect.stringMatching(/^[\w-]+$/) });
    expect(page([1, 2, 3], { limit: '2', cursor: first.next ?? '' })).toEqual({ items: ['#3'], next: null });
  });

  it('is the last one when it is exactly full', () => {
    expect(page([1, 2], { limit: '2' }).next).toBeNull();
    expect(page([], {})).toEqual({ items: [], next: null });
  });

  it('neither repeats nor hides rows when others come and go', () => {
    const { next } = page([10, 20, 30], { limit: '2' });
    expect(page([5, 20, 25, 30], { cursor: next ?? '' }).items).toEqual(['#25', '#30']);
  });

  it('holds 50 rows when nothing else is said, and never more than 200', () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    expect(page(numbers, {}).items).toHaveLength(50);
    expect(page(numbers, { limit: '200' }).items).toHaveLength(200);
    expect(() => page(numbers, { limit: '201' })).toThrow('The limit 201 is out of range');
    expect(() => page(numbers, { limit: '0' })).toThrow('out of range');
  });

  it.each([
    ['not base64', '!'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['of another list', Buffer.from('["a"]').toString('base64url')],
    ['empty', ''],
    ['beyond what databases can count', Buffer.from('[1e308,"a"]').toString('base64url')],
    ['before everything', Buffer.from('[-1,"a"]').toString('base64url')],
  ])('is refused for a cursor that is %s', (_what, cursor) => {
    expect(() => page([1], { cursor })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});
