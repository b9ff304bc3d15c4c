import { requireNewPassword } from '../../../src/key-service/access/password-rules.ts';

const refusal = (password: string): string => {
  try {
    requireNewPassword(password, 'alice@example.com');
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid' });
    return (error as Error).message;
  }
};

describe('a new password', () => {
  it.each<[string, string]>([
    ['of 12 characters', 'abcdefgh1234'],
    ['of 256 characters', `${'correct horse '.repeat(18)}four`],
    ['of words with blanks around them', '  correct horse battery  '],
    ['in any script', '正しい馬の電池の留め金です'],
    ['of 12 characters outside of the basic plane', '😀😁😂🤣😃😄😅😆😉😊😋😎'],
  ])('may be one %s', (_what, password) => {
    expect(refusal(password)).toBe('');
  });

  it.each<[string, string, string]>([
    ['11 characters', 'abcdefg1234', '12 to 256 characters'],
    ['257 characters', `${'correct horse '.repeat(18)}fours`, '12 to 256 characters'],
    ['12 letters that are composed to 11', `abcdefgh12e\u0301`, '12 to 256 characters'],
    ['one that is guessed first', 'PassWord1234', 'guessed first'],
    ['one in wide letters', 'ｐａｓｓｗｏｒｄ１２３４', 'guessed first'],
    ['a pattern of few characters', 'abababababababab', 'guessed first'],
    ['the address of the account', 'Alice@Example.com', 'guessed first'],
  ])('is not %s', (_what, password, why) => {
    expect(refusal(password)).toContain(why);
    expect(refusal(password)).not.toContain(password);
  });
});
