/** One window: every plan's batches applied, then stored in one transaction. */

import type { Revision } from '@tandem/shared/plan/ids';
import type { HeldPlans, Surroundings } from './held-plans.ts';
import { type PreparedCommit, prepareCommit } from './prepare-commit.ts';
import type { PlanBatch, PlanCommit } from './writer.ts';

/** Somebody else's writes are read on and the batch is tried again, this often. */
const MOST_TRIES = 5;

export async function commitWindow(
  plans: HeldPlans,
  window: readonly PlanBatch[],
  around: Surroundings,
): Promise<readonly PlanCommit[]> {
  const done = new Map<PlanBatch, PlanCommit>();
  let open: readonly PlanBatch[] = window;
  for (let tries = 0; open.length > 0 && tries < MOST_TRIES; tries += 1) {
    open = await commitOnce(plans, open, around, done);
  }
  return window.map((batch) => done.get(batch) ?? failedCommit(batch, 'storage'));
}

/** Gives back what has to be derived again. */
async function commitOnce(
  plans: HeldPlans,
  window: readonly PlanBatch[],
  around: Surroundings,
  done: Map<PlanBatch, PlanCommit>,
): Promise<readonly PlanBatch[]> {
  const prepared = new Map<PlanBatch, PreparedCommit>();
  for (const batch of window) {
    try {
      const commit = await prepareCommit(plans, batch, around.clock);
      if (typeof commit === 'string') done.set(batch, failedCommit(batch, commit));
      else if (commit.append.rows.length === 0) done.set(batch, commitOf(commit, commit.held.head));
      else prepared.set(batch, commit);
    } catch (error) {
      around.log.error(
        { plan: batch.plan, error: String(error) },
        'a plan cannot be read: its batch waits',
      );
      plans.discard(batch.plan);
      done.set(batch, failedCommit(batch, 'storage'));
    }
  }
  if (prepared.size === 0) return [];
  const commits = [...prepared];
  try {
    const outcomes = await around.storage.append(commits.map(([, { append }]) => append));
    return commits.flatMap(([batch, commit], index) => {
      const outcome = outcomes[index];
      if (outcome?.kind === 'appended') {
        keep(commit, outcome.head);
        done.set(batch, commitOf(commit, outcome.head));
        return [];
      }
      plans.discard(batch.plan);
      if (outcome?.kind === 'behind') return [batch];
      if (outcome?.kind === 'failed') {
        around.log.error(
          { plan: batch.plan, error: String(outcome.error) },
          'a plan cannot be written: its batch waits',
        );
      }
      done.set(batch, failedCommit(batch, outcome?.kind === 'gone' ? 'gone' : 'storage'));
      return [];
    });
  } catch (error) {
    around.log.error(
      { plans: commits.length, error: String(error) },
      'a window was not committed: it waits',
    );
    for (const [batch] of commits) {
      // Whether the commit happened is unknown; a document read from the log will tell.
      plans.discard(batch.plan);
      done.set(batch, failedCommit(batch, 'storage'));
    }
    return [];
  }
}

function keep({ held, append }: PreparedCommit, head: Revision): void {
  held.head = head;
  held.tailRows += append.rows.length;
  held.tailBytes += append.rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function commitOf({ append, changed, culprits }: PreparedCommit, head: Revision): PlanCommit {
  return { plan: append.plan, head, changed, culprits };
}

type FailedWhy = NonNullable<PlanCommit['failed']>;

function failedCommit({ plan, batches }: PlanBatch, failed: FailedWhy): PlanCommit {
  return { plan, head: 0 as Revision, changed: batches.map(() => false), culprits: [], failed };
}
