import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { useId, useState } from 'preact/hooks';
import { maxFilterValues } from '../../../src/contract/limits.ts';

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/**
 * A filter of several values: search, all or none, only the chosen ones (dataminer-services spec 1.4). With `allowsOther`, what
 * was searched for can be chosen although it is not in the list, as the name of somebody who has gone. No more than `atMost` are
 * chosen, since the service takes no more.
 */
export function FilterMenu({
  title,
  choices,
  chosen,
  onChange,
  allowsOther = false,
  atMost = maxFilterValues,
}: {
  title: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  allowsOther?: boolean;
  atMost?: number;
}) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [isChosenOnly, setChosenOnly] = useState(false);
  const others = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  const all = [...choices, ...others.map((value) => ({ value, name: value }))];
  const shown = all
    .filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
    .filter(({ value }) => !isChosenOnly || chosen.includes(value));
  const withShown = [...new Set([...chosen, ...shown.map(({ value }) => value)])];
  const isFull = chosen.length >= atMost;
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const canAdd = allowsOther && search.trim() !== '' && !all.some(({ name }) => name === search.trim());
  return (
    <>
      <wa-button id={id} size="s" appearance={chosen.length > 0 ? 'filled-outlined' : 'outlined'} with-caret>
        {chosen.length > 0 ? `${title} (${chosen.length})` : title}
      </wa-button>
      <wa-popover for={id} placement="bottom-start" without-arrow class="filter-menu">
        <fieldset class="stack" aria-label={title}>
          <wa-input
            size="s"
            label={`Search ${title.toLowerCase()}`}
            value={search}
            with-clear
            onInput={(event: Event) => setSearch((event.target as HTMLInputElement).value)}
          >
            <wa-icon slot="start" name="search" />
          </wa-input>
          <div class="actions">
            <wa-button
              size="s"
              appearance="plain"
              disabled={withShown.length > atMost}
              onClick={() => onChange(withShown)}
            >
              Select all
            </wa-button>
            <wa-button size="s" appearance="plain" onClick={() => onChange([])}>
              Clear
            </wa-button>
            <label>
              <input type="checkbox" checked={isChosenOnly} onChange={() => setChosenOnly(!isChosenOnly)} /> Selected
              only
            </label>
          </div>
          {(isFull || all.length > atMost) && <p class="quiet">At most {atMost} at once</p>}
          <ul class="choices">
            {shown.map(({ value, name }) => (
              <li key={value}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    disabled={isFull && !chosen.includes(value)}
                    onChange={() => toggle(value)}
                  />{' '}
                  {name}
                </label>
              </li>
            ))}
            {canAdd && (
              <li>
                <wa-button size="s" appearance="plain" disabled={isFull} onClick={() => toggle(search.trim())}>
                  <wa-icon slot="start" name="plus" /> Use “{search.trim()}”
                </wa-button>
              </li>
            )}
            {shown.length === 0 && !canAdd && <li class="quiet">Nothing matches</li>}
          </ul>
        </fieldset>
      </wa-popover>
    </>
  );
}
