/** Light and dark: as the system says, until the user chooses. */
export type ColorScheme = 'light' | 'dark';

const storageName = 'color-scheme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Shows the page in the chosen scheme, and follows the system while nothing is chosen. */
export function followColorScheme(): void {
  apply();
  systemIsDark.addEventListener('change', apply);
}

export function currentColorScheme(): ColorScheme {
  const chosen = localStorage.getItem(storageName);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemIsDark.matches ? 'dark' : 'light';
}

export function chooseColorScheme(scheme: ColorScheme): void {
  localStorage.setItem(storageName, scheme);
  apply();
}

function apply(): void {
  document.documentElement.classList.toggle('wa-dark', currentColorScheme() === 'dark');
}
