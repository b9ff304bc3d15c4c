import { useKeySets } from '../../api/keys.ts';
import { Badge } from '../../components/badge.tsx';
import { addressOf, type Place, pagePaths } from '../../lib/addresses.ts';
import { keyFindings } from './key-findings.ts';
import { NotRead } from './not-read.tsx';

/** How many findings are told before the rest is counted. */
const shown = 5;

/** Whether the key sets of a place are well, and which ones are not. */
export function KeyHealth({ place, title }: { place: Place; title?: string }) {
  const { data: sets, isError } = useKeySets(place);
  if (isError) return <NotRead what="keys" />;
  if (sets === undefined) return null;
  const findings = keyFindings(sets, Date.now());
  const page = addressOf(place.dms === undefined ? pagePaths.organizationKeys : pagePaths.systemKeys, place);
  return (
    <section>
      {title && <h2>{title}</h2>}
      <p>
        <a href={page}>
          {sets.length} key {sets.length === 1 ? 'set' : 'sets'}
        </a>
        {findings.length === 0 && sets.length > 0 && <span class="quiet">, all well</span>}
      </p>
      <ul class="findings">
        {findings.slice(0, shown).map(({ set, text, isUrgent }) => (
          <li key={`${set.id} ${text}`}>
            <Badge kind={isUrgent ? 'danger' : 'warning'}>{isUrgent ? 'Act' : 'Check'}</Badge>{' '}
            <a href={`${page}?set=${set.id}`}>{set.label}</a> {text}
          </li>
        ))}
        {findings.length > shown && <li class="quiet">and {findings.length - shown} more</li>}
      </ul>
    </section>
  );
}
