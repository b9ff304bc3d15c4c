import type { Organization, System } from '../../../src/contract/management/organizations.ts';

/** What every page is given: where it is. */
export interface PageProps {
  readonly organization: Organization;
  /** The DMS that the page is about. */
  readonly system?: System;
}

/** A page; its module has it as the default. */
export type Page = (props: PageProps) => preact.VNode | null;

export type PageModule = Promise<{ default: Page }>;
