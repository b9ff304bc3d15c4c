import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { KeyServiceError } from '../../../src/key-service/key-service-error.ts';
import { MasterKeyRing } from '../../../src/key-service/secrets/master-key-ring.ts';
import type { SecretSource, Secrets } from '../../../src/key-service/secrets/secret-source.ts';
import { newSecretText, type ServiceSecret, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';

function masterKey(): ServiceSecret {
  return secretFrom('master-key', newSecretText(systemEnvironment)) as ServiceSecret;
}

/** A source that counts how often it is read, and whose content a test changes. */
class TestSource implements SecretSource {
  readonly name = 'master-key';
  readonly title = 'the source of a test';
  readonly remedy = 'Mend it.';
  readings = 0;
  content: Secrets | KeyServiceError;

  constructor(...content: Secrets) {
    this.content = content;
  }

  async read(): Promise<Secrets> {
    this.readings++;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.content instanceof KeyServiceError) throw this.content;
    return this.content;
  }
}

describe('the ring of master keys', () => {
  const [old, next] = [masterKey(), masterKey()];

  it('gives what it knows without reading its source', async () => {
    const source = new TestSource(old);
    expect(await new MasterKeyRing(source, [old]).byId(old.id)).toBe(old);
    expect(source.readings).toBe(0);
  });

  it('reads its source once for all who ask for a key that came meanwhile', async () => {
    const source = new TestSource(next, old);
    const ring = new MasterKeyRing(source, [old]);
    expect(await Promise.all([ring.byId(next.id), ring.byId(next.id), ring.byId(next.id)])).toEqual([next, next, next]);
    expect(source.readings).toBe(1);
  });

  it('still knows a key that left its source, since somebody may be reading a set of it', async () => {
    const ring = new MasterKeyRing(new TestSource(next), [old]);
    await ring.byId(next.id);
    expect(await ring.byId(old.id)).toBe(old);
  });

  it('says which key is missing, where, and what to do', async () => {
    await expect(new MasterKeyRing(new TestSource(old), [old]).byId(next.id)).rejects.toMatchObject({
      code: 'secrets',
      message: `The master key ${next.id} is not in the source of a test`,
      next: 'Mend it.',
    });
  });

  it('tries again after its source could not be read', async () => {
    const source = new TestSource(next, old);
    const ring = new MasterKeyRing(source, [old]);
    source.content = new KeyServiceError('secrets', 'The vault is sealed', 'Unseal it.');
    await expect(ring.byId(next.id)).rejects.toThrow('The vault is sealed');
    source.content = [next, old];
    expect(await ring.byId(next.id)).toBe(next);
  });
});
