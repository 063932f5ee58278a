import type { Subject } from '../plan/plan.ts';

/** A value in the document that is not what its field holds; it is read as missing. */
export interface Problem {
  readonly subject: Subject;
  readonly message: string;
}
