/**
 * Writes the icons of the Admin web app as one file of symbols, `web/src/icons.svg`. Add a name here, then run `npm run icons`.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** Names as the app and its component library use them, and the icon of Lucide that each one is. */
const icons = {
  // Asked for by the component library itself.
  'angles-left': 'chevrons-left',
  'angles-right': 'chevrons-right',
  'arrow-down': 'arrow-down',
  'arrow-up': 'arrow-up',
  check: 'check',
  'chevron-down': 'chevron-down',
  'chevron-left': 'chevron-left',
  'chevron-right': 'chevron-right',
  'circle-xmark': 'circle-x',
  copy: 'copy',
  eye: 'eye',
  'eye-slash': 'eye-off',
  'grip-vertical': 'grip-vertical',
  indeterminate: 'minus',
  xmark: 'x',
  // Used by the app.
  audit: 'scroll-text',
  bars: 'menu',
  building: 'building-2',
  clock: 'clock',
  'circle-check': 'circle-check',
  'circle-info': 'info',
  'circle-play': 'circle-play',
  download: 'download',
  ellipsis: 'ellipsis',
  filter: 'list-filter',
  gear: 'settings',
  house: 'house',
  key: 'key-round',
  link: 'link',
  moon: 'moon',
  pen: 'pencil',
  plus: 'plus',
  refresh: 'refresh-cw',
  rocket: 'rocket',
  rotate: 'rotate-cw-square',
  search: 'search',
  server: 'server',
  'shield-check': 'shield-check',
  'shield-x': 'shield-x',
  'sign-out': 'log-out',
  stop: 'circle-stop',
  sun: 'sun',
  trash: 'trash-2',
  'triangle-exclamation': 'triangle-alert',
  user: 'circle-user-round',
  users: 'users',
};

const source = new URL('../node_modules/lucide-static/icons/', import.meta.url);
const target = new URL('../web/src/icons.svg', import.meta.url);

async function symbol(name: string, icon: string): Promise<string> {
  const text = await readFile(new URL(`${icon}.svg`, source), 'utf8');
  const shapes = text
    .slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.indexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

const symbols = await Promise.all(Object.entries(icons).map(([name, icon]) => symbol(name, icon)));
const origin = '<!-- Icons of Lucide (ISC License), https://lucide.dev/license; written by scripts/icons.ts. -->';
await writeFile(target, `<svg xmlns="http://www.w3.org/2000/svg">${origin}\n${symbols.join('\n')}\n</svg>\n`);
