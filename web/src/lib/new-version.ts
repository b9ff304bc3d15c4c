const storageName = 'reloaded-at';
/** How soon a second reload would be of no more use than the first, in milliseconds. */
const tooSoon = 60_000;

/**
 * Loads the app anew when a page of it has gone though the service is there: it was updated while the app was open, and its files
 * have new names. While the service is away, the app stays as it is. When loading it anew does not help, the failure is shown.
 */
export function reloadForNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(storageName)) < tooSoon) return;
    fetch(location.pathname, { method: 'HEAD' })
      .then(({ ok }) => ok && reload())
      .catch(() => undefined);
  });
}

function reload(): void {
  sessionStorage.setItem(storageName, String(Date.now()));
  location.reload();
}
