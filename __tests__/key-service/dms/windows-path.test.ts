import { problemWithWindowsName } from '../../../src/key-service/dms/windows-path.ts';

describe('a name on a Windows disk', () => {
  it.each(['Script_Demo.xml', 'é', 'CONSOLE.txt', 'com10', 'a.b.c', '.hidden', 'Skyline DataMiner'])(
    'may be %s',
    (name) => {
      expect(problemWithWindowsName(name)).toBeUndefined();
    },
  );

  it.each([
    ['', 'is no name'],
    ['..', 'is no name'],
    ['.', 'is no name'],
    ['a:b', 'holds a character'],
    ['a/b', 'holds a character'],
    ['a\\b', 'holds a character'],
    ['a\u0000', 'holds a character'],
    ['a?', 'holds a character'],
    ['a.', 'ends in'],
    ['a ', 'ends in'],
    ['NUL', 'is reserved'],
    ['nul.txt', 'is reserved'],
    ['Com1.xml', 'is reserved'],
    ['LPT²', 'is reserved'],
    ['con .txt', 'is reserved'],
    ['CONIN$', 'is reserved'],
    ['a'.repeat(256), 'is longer'],
  ])('may not be %j, since it %s', (name, problem) => {
    expect(problemWithWindowsName(name)).toContain(problem);
  });
});
