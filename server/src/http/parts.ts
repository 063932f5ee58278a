import type { AccessContext } from '../access/context.ts';
import type { Surroundings } from '../access/origin.ts';
import type { Log } from '../log.ts';
import type { SyncServer } from '../sync/sync.ts';
import type { Writer } from '../writer/writer.ts';

/** What the resources are made of; `main.ts` brings it. */
export interface HttpParts extends Surroundings {
  readonly access: AccessContext;
  readonly writer: Writer;
  readonly sync: SyncServer;
  readonly log: Log;
  /** Where the built client lies. */
  readonly clientFolder: string;
}

export function isSecure({ publicUrl }: Surroundings): boolean {
  return publicUrl.startsWith('https:');
}

export function planUrl({ publicUrl }: Surroundings, plan: string): string {
  return `${publicUrl}/plans/${plan}`;
}
