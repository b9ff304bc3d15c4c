import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Form } from '../../components/form.tsx';

/**
 * A form about something that others may change meanwhile, which must not be overwritten unseen: it saves with the version that
 * its fields were filled in from, and offers a newer one.
 * @param current as it is now
 * @param save is given what the form knows; returns what it is then
 */
export function SettingsForm<Item extends { readonly version: number }>({
  current,
  save,
  children,
}: {
  current: Item;
  save: (fields: Readonly<Record<string, string>>, seen: Item) => Promise<Item>;
  children: (seen: Item) => ComponentChildren;
}) {
  const [seen, setSeen] = useState(current);
  const [filledFrom, setFilledFrom] = useState(current.version);
  const fillIn = () => {
    setSeen(current);
    setFilledFrom(current.version);
  };
  return (
    <>
      {current.version > seen.version && (
        <wa-callout variant="warning" role="status">
          <wa-icon slot="icon" name="triangle-exclamation" />
          <p>Somebody else has changed this meanwhile.</p>
          <wa-button size="s" appearance="outlined" onClick={fillIn}>
            Load what it is now
          </wa-button>
        </wa-callout>
      )}
      <Form key={filledFrom} submit="Save" action={async (fields) => setSeen(await save(fields, seen))}>
        {children(seen)}
      </Form>
    </>
  );
}
