import { keyHeader } from '../../../src/contract/headers.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { paths } from '../../../src/contract/paths.ts';

/** A DMS that one client works with alone, and a key of it that is never changed. */
export interface Place {
  readonly organizationId: string;
  readonly systemId: string;
  readonly systemName: string;
  /** Folder of the DMS. */
  readonly root: string;
  readonly key: string;
  /** An API token of an Owner. */
  readonly token: string;
}

/** An answer that came whole. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How long an answer may take, in milliseconds. */
const answerMilliseconds = 30_000;

/** Calls the service for one client. Where there is no answer, for the service was killed, it returns undefined. */
export class Caller {
  readonly place: Place;
  #url = '';
  #isLost = false;

  constructor(place: Place) {
    this.place = place;
  }

  /** Calls the service here from now on. */
  connect(url: string): void {
    this.#url = url;
    this.#isLost = false;
  }

  /** Whether a call was not answered since {@link connect}. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Calls the management API; organization and DMS of the path are those of the place. */
  async manage(
    method: string,
    pattern: string,
    body?: object,
    parts: Readonly<Record<string, string>> = {},
  ): Promise<Answer | undefined> {
    const { organizationId: org, systemId: dms, token } = this.place;
    return await this.#send(method, managementPath(pattern, { org, dms, ...parts }), {
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Who a key is. */
  async self(key: string): Promise<Answer | undefined> {
    return await this.#send('GET', paths.keySelf, { headers: { [keyHeader]: key } });
  }

  /** Whom a token speaks for. */
  async session(token: string): Promise<Answer | undefined> {
    return await this.#send('GET', managementPaths.session, { headers: { authorization: `Bearer ${token}` } });
  }

  async upload(file: Uint8Array<ArrayBuffer>, version: string): Promise<Answer | undefined> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: 'Soak', version, contentType: 'DmScript' }))
      form.set(name, value);
    form.set('file', new Blob([file]), 'Soak');
    return await this.#send('POST', paths.uploadArtifact, { headers: { [keyHeader]: this.place.key }, body: form });
  }

  async deploy(artifactId: string): Promise<Answer | undefined> {
    return await this.#send('POST', paths.deployArtifact, {
      headers: { [keyHeader]: this.place.key, 'content-type': 'application/json' },
      body: JSON.stringify({ artifactId }),
    });
  }

  async deployment(id: string): Promise<Answer | undefined> {
    return await this.#send('GET', `${paths.deployment}/${id}`, { headers: { [keyHeader]: this.place.key } });
  }

  async #send(method: string, path: string, init: RequestInit): Promise<Answer | undefined> {
    try {
      const answer = await fetch(this.#url + path, {
        method,
        signal: AbortSignal.timeout(answerMilliseconds),
        ...init,
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
    } catch (error) {
      this.#isLost = true;
      if ((error as Error).name !== 'TimeoutError') return undefined;
      throw new Error(`${method} ${path} was not answered within ${answerMilliseconds} ms`, { cause: error });
    }
  }
}
