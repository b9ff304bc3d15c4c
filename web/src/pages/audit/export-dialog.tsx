import type { AuditFilters } from '../../../../src/contract/management/audit.ts';
import { exportAudit } from '../../api/audit.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';

/** Saves the records that the current filters choose as a file (dataminer-services spec 1.4). */
export function ExportDialog({ org, filters, onClose }: { org: string; filters: AuditFilters; onClose: () => void }) {
  return (
    <Dialog label="Export" onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Submit"
          action={async ({ kind = 'comma', titles }) => {
            await exportAudit(org, {
              filters,
              ...(kind === 'json'
                ? { format: 'json' }
                : { format: 'csv', separator: kind as 'comma' | 'semicolon', columnTitles: titles !== undefined }),
            });
            toast('The export is saved');
            close();
          }}
        >
          <p>The current filters apply.</p>
          <fieldset>
            <legend>Format</legend>
            <Choice value="comma" isDefault>
              CSV, separated by commas
            </Choice>
            <Choice value="semicolon">CSV, separated by semicolons</Choice>
            <Choice value="json">JSON</Choice>
          </fieldset>
          <label>
            <input type="checkbox" name="titles" defaultChecked /> Include column titles
          </label>
        </Form>
      )}
    </Dialog>
  );
}

function Choice({ value, isDefault = false, children }: { value: string; isDefault?: boolean; children: string }) {
  return (
    <label class="option">
      <input type="radio" name="kind" value={value} defaultChecked={isDefault} /> {children}
    </label>
  );
}
