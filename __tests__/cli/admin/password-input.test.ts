import { PassThrough, Readable, Writable } from 'node:stream';
import { ask, newPassword } from '../../../src/cli/admin/password-input.ts';

/** A terminal at which somebody answers these lines, each as soon as it is asked for. `echoed` are the questions after which it echoes. */
function terminal(...answers: string[]) {
  let isRaw = false;
  const setRawMode = (on: boolean) => {
    isRaw = on;
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  const shown: string[] = [];
  const echoed: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      const text = String(chunk);
      shown.push(text);
      if (text.endsWith(': ')) {
        if (!isRaw) echoed.push(text);
        setImmediate(() => input.write(answers.shift() ?? ''));
      }
      done();
    },
  });
  return { input, output, echoed, shown: () => shown.join('') };
}

function piped(...chunks: (string | Buffer)[]) {
  return { input: Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output: new PassThrough() };
}

describe('a new password', () => {
  it('is asked for twice on a terminal, which does not show it', async () => {
    const typed = terminal('correct horse\r', 'correct horse\r');
    expect(await newPassword({}, typed)).toBe('correct horse');
    expect(typed.shown()).toContain('New password: ');
    expect(typed.shown()).toContain('Again: ');
    expect(typed.shown()).not.toContain('horse');
    expect(typed.echoed).toEqual([]);
  });

  it('is refused when it was not typed alike', async () => {
    await expect(newPassword({}, terminal('one\r', 'other\r'))).rejects.toMatchObject({
      exitCode: 3,
      message: /differ/,
    });
  });

  it('is refused when the terminal is closed instead', async () => {
    await expect(newPassword({}, terminal('\u0004'))).rejects.toMatchObject({ exitCode: 3 });
    const gone = terminal();
    const asked = newPassword({}, gone);
    gone.input.end();
    await expect(asked).rejects.toMatchObject({ exitCode: 3, message: 'Nothing was entered' });
  });

  it('is all that comes on stdin, but for the end of its line', async () => {
    expect(await newPassword({ passwordStdin: true }, piped('correct', ' horse \r\n'))).toBe('correct horse ');
    expect(await newPassword({ passwordStdin: true }, piped('two\nlines\n'))).toBe('two\nlines');
    const letter = Buffer.from('ü');
    expect(await newPassword({ passwordStdin: true }, piped(letter.subarray(0, 1), letter.subarray(1)))).toBe('ü');
  });

  it.each([
    ['nothing', ''],
    ['an empty line', '\n'],
    ['far too much', 'x'.repeat(5000)],
  ])('is not %s on stdin', async (_what, input) => {
    await expect(newPassword({ passwordStdin: true }, piped(input))).rejects.toMatchObject({ exitCode: 3 });
  });

  it('is not waited for where nobody can type', async () => {
    await expect(newPassword({}, piped('correct horse'))).rejects.toMatchObject({
      exitCode: 3,
      next: expect.stringContaining('--password-stdin'),
    });
  });
});

describe('a question', () => {
  it('is answered by a line, which is shown', async () => {
    const typed = terminal('alice@example.com\r');
    expect(await ask('E-mail: ', typed)).toBe('alice@example.com');
    expect(typed.shown()).toContain('alice');
  });
});
