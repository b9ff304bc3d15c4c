const storageName = 'reloaded-at';
/** How soon a second reload would be of no more use than the first, in milliseconds. */
const tooSoon = 60_000;

/**
 * Loads the app anew when a page of it has gone: the service was updated while the app was open, and its files have new names.
 * When that does not help, the failure is shown.
 */
export function reloadForNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(storageName)) < tooSoon) return;
    sessionStorage.setItem(storageName, String(Date.now()));
    location.reload();
  });
}
