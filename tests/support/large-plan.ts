/** A plan of many steps as Markdown, the way a person would hand it in. */

import { addDays } from '@tandem/shared/plan/calendar-date';
import { date } from './small-plan.ts';

const PEOPLE = [
  'Maya Stone',
  'Tom Okafor',
  'Dana Ruiz',
  'Priya Kapoor',
  'Victor Lang',
  'Lena Hart',
];

export function largePlan(steps: number): string {
  const rows = Array.from({ length: steps }, (_, i) => {
    const due = addDays(date('2027-01-11'), Math.floor(i / 3));
    return `| ${i + 1} | Step ${i + 1}: review the integration with the quoting team | ${PEOPLE[i % PEOPLE.length]} | ${due} | ${i < steps / 10 ? 'Complete' : 'Pending'} |`;
  });
  return `# Mutual Action Plan: Acme + Northwind

## Goal
Northwind evaluates Acme Relay to solve nine-day quote turnaround and makes a go/no-go decision by 2027-03-12.

## Key dates
- Evaluation start: 2027-01-11
- Decision target: 2027-03-12
- Go-live target: 2027-05-03

## Steps
| # | Action | Owner | Due date | Status |
|---|--------|-------|----------|--------|
${rows.join('\n')}

## Stakeholders
| Name | Role | Responsibility in this evaluation |
|------|------|----------------------------------|
| Dana Ruiz | Director of Revenue Operations, champion (Northwind) | Day-to-day evaluation lead |
| Victor Lang | VP Finance, economic buyer (Northwind) | Budget approval |
| Priya Kapoor | InfoSec lead (Northwind) | Security review |
| Lena Hart | Legal counsel (Northwind) | Redlines |
| Maya Stone | Account executive (Acme) | Commercial lead |
| Tom Okafor | Solutions architect (Acme) | Technical support |

## Success criteria
1. Turnaround under two days for 80% of quotes in the pilot

## Risks and blockers
| Risk | Impact | Mitigation |
|------|--------|-----------|
| Security review takes > 3 weeks | Delays decision by 3 weeks | Send security docs proactively |
`;
}
