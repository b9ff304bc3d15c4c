import { organizationsQuery, systemsQuery } from '../api/places.ts';
import { queryClient } from '../api/query-client.ts';
import { mayBeSignedIn, sessionQuery } from '../api/session.ts';
import { addressOf, pagePaths } from '../lib/addresses.ts';
import { rememberedOrganization } from '../lib/remembered-organization.ts';
import { fetchCodeOf, pagesOf } from './pages.ts';

/** How long the first drawing waits for the answers, in milliseconds; what comes later is drawn as it comes. */
const patience = 500;

/**
 * Asks at once for what the page at an address needs, instead of one thing after the other as it is drawn, and waits a little
 * for the answers. Nothing is asked that may be refused: the DMSs only of the organization that was looked at last, and what the
 * page shows once the user's rights are known. What fails all the same is asked again, and told, where it is shown.
 */
export async function askAhead(address: string): Promise<void> {
  if (!mayBeSignedIn()) return;
  const org = rememberedOrganization();
  const path = address === '/' && org !== null ? addressOf(pagePaths.organizationOverview, { org }) : address;
  const all = Promise.all([askService(path, org), fetchCodeOf(path)]);
  await Promise.race([all.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patience))]);
}

async function askService(path: string, org: string | null): Promise<void> {
  const [organizations, systems] = await Promise.all([
    queryClient.query({ ...organizationsQuery, retry: false }),
    org !== null && path.split('/')[1] === org ? queryClient.query({ ...systemsQuery(org), retry: false }) : [],
    queryClient.query({ ...sessionQuery, retry: false }),
  ]);
  const organization = organizations.find(({ id }) => id === org);
  const page = organization && pagesOf(organization, systems).find((candidate) => candidate.address === path);
  await page?.ask();
}
