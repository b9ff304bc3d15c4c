import { call } from './call.ts';
import { isRefusal } from './problem.ts';

type Ask = () => Promise<boolean>;
let ask: Ask = async () => false;
let asking: Promise<boolean> | undefined;

/** Names who asks the user to sign in again; it answers whether the user did. */
export function whenReauthenticationIsNeeded(how: Ask): void {
  ask = how;
}

/** Several changes at once wait for one answer. */
function signInAgain(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

/**
 * Changes something at the service. When that wants a recent sign-in, the user is asked for it and the change goes on.
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
    if (!isRefusal(error, 'sign-in-again') || !(await signInAgain())) throw error;
    return await call<Answer>(method, path, { body });
  }
}
