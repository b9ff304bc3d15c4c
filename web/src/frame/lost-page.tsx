import { useState } from 'preact/hooks';
import { Unreachable } from '../api/problem.ts';
import { Failure } from '../components/notices.tsx';
import type { Page, PageModule } from '../pages/page-props.ts';

/** In place of a page whose code could not be fetched, until it can be. @param load fetches it again */
export function lostPage(load: () => PageModule, error: unknown): Page {
  return (props) => {
    const [found, setFound] = useState<{ readonly page: Page }>();
    const [failure, setFailure] = useState(error);
    if (found) return <found.page {...props} />;
    const retry = () => load().then((module) => setFound({ page: module.default }), setFailure);
    return <Failure error={new Unreachable(failure, false)} retry={retry} />;
  };
}
