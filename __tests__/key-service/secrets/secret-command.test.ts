import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { SecretCommand } from '../../../src/key-service/secrets/secret-command.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { temporaryFolder } from '../support/folder.ts';

const variable = 'DATAMINER_DEPLOY_PEPPER_COMMAND';
const [newest, older] = [newSecretText(systemEnvironment), newSecretText(systemEnvironment)];

/** A command that runs this as a program of Node. */
function node(script: string, ...args: string[]): SecretCommand {
  return new SecretCommand('pepper', variable, JSON.stringify([process.execPath, '-e', script, '--', ...args]));
}

function idsOf(...texts: string[]): (string | undefined)[] {
  return texts.map((text) => secretFrom('pepper', text)?.id);
}

describe('a command that prints secrets', () => {
  it('prints one in a line, the newest first', async () => {
    const secrets = await node(`console.log('${newest}\\n${older}')`).read();
    expect(secrets.map(({ id }) => id)).toEqual(idsOf(newest, older));
  });

  it('may be given as words', async () => {
    const script = join(await temporaryFolder(), 'print.mjs');
    await writeFile(script, 'console.log(process.argv[2])');
    const command = new SecretCommand('pepper', variable, ` ${process.execPath}  ${script} ${newest} `);
    expect((await command.read()).map(({ id }) => id)).toEqual(idsOf(newest));
  });

  it('is run without a shell: its arguments arrive as they are', async () => {
    const hostile = ['$HOME', '; exit 7', '`exit 7`', '"', '*', 'two words'];
    const check = `if (JSON.stringify(process.argv.slice(1)) !== ${JSON.stringify(JSON.stringify(hostile))}) process.exit(7)`;
    expect(await node(`${check}; console.log('${newest}')`, ...hostile).read()).toHaveLength(1);
  });

  it('gets an end at once where it would read its input', async () => {
    const script = `process.stdin.resume().on('end', () => console.log('${newest}'))`;
    expect(await node(script).read()).toHaveLength(1);
  });

  it.each([
    ['fails', 'process.exit(3)', 'it ended with exit code 3'],
    ['is killed', "process.kill(process.pid, 'SIGKILL')", 'it was ended by SIGKILL'],
    ['prints too much', "process.stdout.write('x'.repeat(100_000))", 'it printed more than 65536 bytes'],
    ['prints something else', "console.log('hush')", 'is not a pepper: 32 bytes in Base64'],
    ['prints nothing', '', 'is not a pepper: 32 bytes in Base64'],
  ])('that %s is refused with the reason, and nothing that it printed', async (_what, script, reason) => {
    const noise = `console.error('the vault says ${older}'); console.log('${newest}');`;
    const command = node(reason.startsWith('it') ? noise + script : script);
    const error = await command.read().catch((refusal) => refusal);
    expect(error).toMatchObject({ code: 'secrets', message: expect.stringContaining(reason) });
    expect(error.message).toContain(variable);
    const told = [error.message, error.next, error.stack, String(error.cause)].join(' ');
    for (const printed of ['vault says', newest, older, 'hush', 'xxx']) expect(told).not.toContain(printed);
  });

  it('that takes too long is ended, with whatever it has started', async () => {
    const line = JSON.stringify(['sh', '-c', 'sleep 600 & sleep 600']);
    await expect(new SecretCommand('pepper', variable, line, 100).read()).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('it took longer than 0.1 seconds'),
    });
  });

  it('that does not exist is refused without its name, which may be the secret itself by mistake', async () => {
    const error = await new SecretCommand('pepper', variable, newest).read().catch((refusal) => refusal);
    expect(error).toMatchObject({ code: 'secrets', message: expect.stringContaining('could not be started (ENOENT)') });
    expect([error.message, error.next, error.stack, String(error.cause)].join(' ')).not.toContain(newest);
  });

  it.each(['', '  ', '[]', '[1]', '["vault", 1]', '["vault"', '[""]'])('is no command when it is %j', (line) => {
    expect(() => new SecretCommand('pepper', variable, line)).toThrow(`${variable} is no command`);
  });
});
