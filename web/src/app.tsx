import { useSession, useSetupState } from './api/session.ts';
import { Failure, Loading } from './components/notices.tsx';
import { Frame } from './frame/frame.tsx';
import { SetupPage } from './pages/setup.tsx';
import { SignInPage } from './pages/sign-in.tsx';

/** Whoever is signed in sees the pages; others the way in. */
export function App() {
  const session = useSession();
  if (session.isPending) return <Loading what="the app" />;
  if (session.isError) return <Failure error={session.error} retry={session.refetch} />;
  return session.data === null ? <Entrance /> : <Frame session={session.data} />;
}

function Entrance() {
  const setup = useSetupState();
  if (setup.isPending) return <Loading what="the app" />;
  if (setup.isError) return <Failure error={setup.error} retry={setup.refetch} />;
  return setup.data.open ? <SetupPage /> : <SignInPage />;
}
