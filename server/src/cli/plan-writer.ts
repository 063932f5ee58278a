import type { AccessContext } from '../access/context.ts';
import { openLog } from '../log.ts';
import { openPlanWriter } from '../writer/plan-writer.ts';
import { TUNING } from '../writer/tuning.ts';
import type { Writer } from '../writer/writer.ts';

/**
 * A writer in this process. Beside a server it only reads plans and makes new ones, each in one transaction:
 * the server's writer holds nothing that this could overtake.
 */
export async function withWriter<Result>(
  { storage, clock }: Pick<AccessContext, 'storage' | 'clock'>,
  work: (writer: Writer) => Promise<Result>,
): Promise<Result> {
  const writer = openPlanWriter({ storage, clock, log: openLog('silent'), tuning: TUNING });
  try {
    return await work(writer);
  } finally {
    await writer.close();
  }
}
