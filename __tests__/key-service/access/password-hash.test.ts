import { hashOfNothing, hashPassword, isOutdated, isPassword } from '../../../src/key-service/access/password-hash.ts';
import { testEnvironment } from '../support/environment.ts';

const environment = testEnvironment();

/** From the tests of the reference implementation: 64 MiB, "password", "somesalt". */
const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

describe('a stored password', () => {
  it('is hashed by argon2id with 19 MiB, two passes and one lane, under a salt of its own', async () => {
    const [one, other] = [
      await hashPassword('correct horse', environment),
      await hashPassword('correct horse', environment),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(other).not.toBe(one);
    expect([await isPassword('correct horse', one), await isPassword('correct horse', other)]).toEqual([true, true]);
    expect(await isPassword('correct horsf', one)).toBe(false);
  });

  it('is read as others write it, whatever it cost', async () => {
    expect(await isPassword('password', reference)).toBe(true);
    expect(await isPassword('passwords', reference)).toBe(false);
    expect([isOutdated(reference), isOutdated(await hashPassword('x', environment))]).toEqual([true, false]);
  });

  it('is the same however a keyboard composes its characters', async () => {
    const hash = await hashPassword('Ünïcödé and ﬁsh', environment);
    expect(await isPassword('Ünïcödé and ﬁsh'.normalize('NFKD'), hash)).toBe(true);
  });

  it('that is none has no password', async () => {
    expect(await isPassword('', hashOfNothing(environment))).toBe(false);
    expect(isOutdated(hashOfNothing(environment))).toBe(false);
    await expect(isPassword('x', 'plain')).rejects.toThrow('cannot be read');
  });
});
