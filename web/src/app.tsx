import { useSession, useSetupState } from './api/session.ts';
import { Failure, Loading } from './components/notices.tsx';
import { Toasts } from './components/toasts.tsx';
import { Frame } from './frame/frame.tsx';
import { SetupPage } from './pages/setup.tsx';
import { SignInPage } from './pages/sign-in.tsx';

/** Whoever is signed in sees the pages; others the way in. */
export function App() {
  const session = useSession();
  if (session.isPending) return <Loading what="the app" />;
  if (session.isLoadingError) return <Failure error={session.error} retry={session.refetch} />;
  if (session.data === null) return <Entrance />;
  return (
    <>
      {/* Made anew for another user, who has signed in in another tab: nothing of the one before is left on the screen. */}
      <Frame key={session.data.user?.id} session={session.data} />
      <Toasts />
    </>
  );
}

function Entrance() {
  const setup = useSetupState();
  if (setup.isPending) return <Loading what="the app" />;
  if (setup.isLoadingError) return <Failure error={setup.error} retry={setup.refetch} />;
  return setup.data.open ? <SetupPage /> : <SignInPage />;
}
