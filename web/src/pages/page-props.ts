import type { Organization, System } from '../../../src/contract/management/organizations.ts';

/** What every page is given: where it is. */
export interface PageProps {
  readonly organization: Organization;
  /** The DMS that the page is about. */
  readonly system?: System;
}
