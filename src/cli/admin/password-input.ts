import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { exitCodes } from '../../deployment/exit-code.ts';
import { CliError } from '../cli-error.ts';

/** Where people type, and where they are asked; never stdout, which is for results. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

const ownTerminal = (): Terminal => ({ input: process.stdin, output: process.stderr });

/** Longest input that is taken for a password, in bytes. */
const maxBytes = 4096;

/** Flag of the commands that need a password; an argument would be visible to every user of the machine. */
export interface PasswordFlags {
  readonly passwordStdin?: boolean;
}

/**
 * A new password: all of stdin but for the end of its line when the flag says so, else what is typed twice on the terminal.
 * @throws CliError when there is none, or when it was not typed alike
 */
export async function newPassword(flags: PasswordFlags, terminal: Terminal = ownTerminal()): Promise<string> {
  if (flags.passwordStdin) return await passwordFrom(terminal.input);
  if (!terminal.input.isTTY) {
    throw wrongInput(
      'No password is given',
      'Give it on stdin with --password-stdin, or run the command on a terminal.',
    );
  }
  const password = await askHidden('New password: ', terminal);
  if ((await askHidden('Again: ', terminal)) === password) return password;
  throw wrongInput('The two passwords differ', 'Run the command again.');
}

/** Asks for a line of text. @throws CliError when the terminal is closed instead */
export async function ask(question: string, terminal: Terminal = ownTerminal()): Promise<string> {
  return await answerTo(question, terminal.input, terminal.output);
}

async function askHidden(question: string, { input, output }: Terminal): Promise<string> {
  // What is typed would be shown by whatever the line editor writes to.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // It has taken the echo of the terminal over before anybody is asked to type.
  const answer = answerTo('', input, nowhere);
  output.write(question);
  try {
    return await answer;
  } finally {
    output.write('\n');
  }
}

async function answerTo(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  const lines = createInterface({ input, output, terminal: true });
  const closed = once(lines, 'close').then(() => Promise.reject(new Error('the terminal was closed')));
  try {
    return await Promise.race([lines.question(question), closed]);
  } catch (cause) {
    throw wrongInput('Nothing was entered', 'Run the command again.', cause);
  } finally {
    closed.catch(() => undefined);
    lines.close();
  }
}

async function passwordFrom(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > maxBytes) throw wrongInput('What comes on stdin is too long for a password', 'Give the password alone.');
    chunks.push(Buffer.from(chunk));
  }
  const password = Buffer.concat(chunks)
    .toString()
    .replace(/\r?\n$/, '');
  if (password !== '') return password;
  throw wrongInput('There is no password on stdin', 'Pipe it in, or leave --password-stdin out on a terminal.');
}

function wrongInput(message: string, next: string, cause?: unknown): CliError {
  return new CliError(message, { exitCode: exitCodes.inputs, next, cause });
}
