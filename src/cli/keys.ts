import { Command } from 'commander';
import { exitCodeOf } from '../deployment/report.ts';
import { settings } from '../deployment/settings.ts';
import { runJob } from './run-job.ts';

const example = `
Every given key is tested, the idle one too; a test counts as use of the key. Exit code 0: at least one key works.

Example:
  DATAMINER_PRIMARY_KEY=… DATAMINER_SECONDARY_KEY=… dataminer-deploy keys check --json
  {"slots":[{"slot":"primary","result":"accepted"},{"slot":"secondary","result":"rejected","reason":"…"}],"usable":true}`;

/** `keys check`: tests both keys without a side effect (spec 2.6). */
export function keysCommand(): Command {
  const check = new Command('check')
    .description('Tests the keys against the service and tells which of them works.')
    .option(
      '--service-url <value>',
      `${settings['service-url'].description} (default: ${settings['service-url'].default})`,
    )
    .option('--json', 'print the result as one JSON object on stdout')
    .addHelpText('after', example)
    .action(async ({ serviceUrl, json }: { serviceUrl?: string; json?: boolean }) => {
      const report = await runJob({ stage: 'Validate', ...(serviceUrl && { 'service-url': serviceUrl }) }, process.env);
      const slots = report.keys.map(({ slot, given, state, reason }) => ({
        slot,
        result: given ? state : 'missing',
        ...(reason && { reason }),
      }));
      const usable = slots.some(({ result }) => result === 'accepted' || result === 'ambiguous');
      if (json) process.stdout.write(`${JSON.stringify({ slots, usable })}\n`);
      else
        for (const { slot, result, reason } of slots)
          process.stdout.write(`${slot}: ${result}${reason ? ` (${reason})` : ''}\n`);
      process.exitCode = exitCodeOf(report);
    });
  return new Command('keys').description('Works with the two keys of a set.').addCommand(check);
}
