import { call } from './call.ts';
import { isRefusal, Refusal } from './problem.ts';
import { forgetEverything } from './session.ts';

type Ask = () => Promise<boolean>;
let ask: Ask = async () => false;

/** Names who asks the user to sign in again; it answers whether the user did. */
export function whenReauthenticationIsNeeded(how: Ask): void {
  ask = how;
}

/**
 * Changes something at the service. When that wants a recent sign-in, the user is asked for it and the change goes on; when
 * the session has ended, the app goes back to its entrance.
 * @throws Refusal, Unreachable
 */
export async function change<Answer>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body: unknown = {},
): Promise<Answer> {
  try {
    return await call<Answer>(method, path, { body });
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) forgetEverything();
    if (!isRefusal(error, 'sign-in-again') || !(await ask())) throw error;
    return await call<Answer>(method, path, { body });
  }
}
