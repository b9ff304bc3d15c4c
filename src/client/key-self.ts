import { isDataMinerServices, paths } from '../contract/paths.ts';
import type { KeySelf } from '../contract/schemas.ts';
import type { Credential } from '../keys/credential.ts';
import { checkedAnswer } from './answer-schema.ts';
import type { Transport } from './transport.ts';
import { visibleText, withCleanTexts } from './visible-text.ts';

/** Nobody waits long for a label. */
const selfLimits = { connect: 2_000, idle: 3_000, total: 5_000 };

/**
 * Who is this key? Tried once and only for the report: undefined when the service does not say. Never asked of
 * dataminer.services itself, which does not have this endpoint (design 4). Every text is made fit for a log.
 */
export async function describeKey(transport: Transport, credential: Credential): Promise<KeySelf | undefined> {
  if (isDataMinerServices(transport.serviceUrl)) return undefined;
  const reply = await transport.send({ method: 'GET', path: paths.keySelf, credential, limits: selfLimits });
  if (reply.kind !== 'answer' || reply.status !== 200) return undefined;
  const checked = await checkedAnswer('KeySelf', reply.text);
  if (!checked.ok) return undefined;
  return withCleanTexts(checked.value, (text) => visibleText(transport.redact(text))) as KeySelf;
}
