const storageName = 'organization';

/** The ID of the organization that was looked at last. */
export function rememberedOrganization(): string | null {
  return localStorage.getItem(storageName);
}

/** @param org one that the user may see for certain */
export function rememberOrganization(org: string): void {
  localStorage.setItem(storageName, org);
}
