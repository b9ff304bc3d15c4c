import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../../src/contract/management/session.ts';
import { whenReauthenticationIsNeeded } from '../api/change.ts';
import { signIn } from '../api/session.ts';
import { Form } from '../components/form.tsx';
import { Dialog } from '../components/modal.tsx';

type Answer = (isSignedIn: boolean) => void;

/** Asks for the password once more before what gives power over keys, and then lets that go on. */
export function Reauthentication({ session }: { session: Session }) {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => whenReauthenticationIsNeeded(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  // Whoever waits for it must not wait for ever when the frame goes.
  useEffect(() => () => answer?.(false), [answer]);
  if (answer === undefined) return null;
  const giveUp = () => {
    answer(false);
    setAnswer(undefined);
  };
  return (
    <Dialog label="Sign in again" onClose={giveUp}>
      {(close) => (
        <>
          <p>What you are about to do needs a sign-in of the last 15 minutes.</p>
          <Form
            isDialog
            submit="Go on"
            action={async ({ password = '' }) => {
              await signIn({ email: session.user?.email ?? '', password });
              answer(true);
              close();
            }}
          >
            <wa-input value={session.user?.email ?? null} label="E-mail" readonly autocomplete="username" />
            <wa-input
              name="password"
              label="Password"
              type="password"
              autocomplete="current-password"
              autofocus
              required
            />
          </Form>
        </>
      )}
    </Dialog>
  );
}
