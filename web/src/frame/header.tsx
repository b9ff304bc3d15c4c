import type { Organization } from '../../../src/contract/management/organizations.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { IconButton } from '../components/icon-button.tsx';
import { OrganizationSelector } from './organization-selector.tsx';
import { UserMenu } from './user-menu.tsx';

/** Product name, organization selector and the signed-in user (dataminer-services spec 1.1). */
export function Header({
  session,
  organizations,
  organization,
  onMenu,
}: {
  session: Session;
  organizations: readonly Organization[];
  organization: Organization | undefined;
  onMenu: () => void;
}) {
  return (
    <header class="header">
      <span class="menu-button">
        <IconButton icon="bars" label="Pages" onClick={onMenu} />
      </span>
      <a class="product" href="/">
        <img src="/favicon.svg" alt="" width="24" height="24" /> <span class="product-name">DataMiner Deploy</span>
      </a>
      <OrganizationSelector organizations={organizations} organization={organization} />
      <UserMenu session={session} />
    </header>
  );
}
