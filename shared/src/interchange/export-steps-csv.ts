// TEMPORARY stand-in until the exporter is finished; the interchange engineer replaces this file.
import type { PlanSnapshot } from '../plan/plan.ts';
export function exportStepsCsv(plan: PlanSnapshot): string {
  return plan.steps.map((step) => step.title).join('\r\n');
}
