/** What a table holds, by its columns and the section it stands in. */

import {
  type ColumnNames,
  CRITERION_COLUMNS,
  GLOSSARY_COLUMNS,
  KEY_DATE_COLUMNS,
  REQUIREMENT_COLUMNS,
  RESOURCE_COLUMNS,
  RISK_COLUMNS,
  readColumns,
  STAKEHOLDER_COLUMNS,
  STEP_COLUMNS,
} from '../words/column-names.ts';
import { companyOfOwnerColumn } from '../words/owner-columns.ts';
import type { SectionName } from '../words/section-names.ts';

type Keys = ReadonlySet<string>;

/** Columns without which a section cannot read its own table. */
const NEEDED: Partial<
  Readonly<Record<SectionName, { names: ColumnNames; needs: (keys: Keys) => boolean }>>
> = {
  steps: { names: STEP_COLUMNS, needs: (keys) => keys.has('title') },
  stakeholders: {
    names: STAKEHOLDER_COLUMNS,
    needs: (keys) => keys.has('name') || keys.has('role'),
  },
  criteria: { names: CRITERION_COLUMNS, needs: (keys) => keys.has('text') },
  risks: { names: RISK_COLUMNS, needs: (keys) => keys.has('text') },
  resources: { names: RESOURCE_COLUMNS, needs: (keys) => keys.has('title') || keys.has('url') },
  requirements: { names: REQUIREMENT_COLUMNS, needs: (keys) => keys.has('text') },
  glossary: { names: GLOSSARY_COLUMNS, needs: (keys) => keys.has('term') && keys.has('meaning') },
  'key-dates': { names: KEY_DATE_COLUMNS, needs: (keys) => keys.has('label') && keys.has('date') },
};

/** `section`: where the table stands, nothing under a heading that a plan does not know. */
export function kindOfTable(
  headings: readonly string[],
  section: SectionName | undefined,
): SectionName | undefined {
  const own = section && NEEDED[section];
  if (own?.needs(keysOf(own.names, headings))) return section;
  return byColumns(headings);
}

/** Told by its columns alone, so more of them must fit. */
function byColumns(headings: readonly string[]): SectionName | undefined {
  const steps = keysOf(STEP_COLUMNS, headings);
  const owned = headings.some((heading) => companyOfOwnerColumn(heading) !== undefined);
  const dated = ['owner', 'due', 'status', 'weeks', 'after'].some((key) => steps.has(key));
  if (steps.has('title') && (dated || owned)) return 'steps';
  const risks = keysOf(RISK_COLUMNS, headings);
  if (risks.has('text') && (risks.has('impact') || risks.has('mitigation'))) return 'risks';
  const people = keysOf(STAKEHOLDER_COLUMNS, headings);
  if (people.has('name') && ['role', 'title', 'responsibility'].some((key) => people.has(key)))
    return 'stakeholders';
  const criteria = keysOf(CRITERION_COLUMNS, headings);
  const telling = headings.some((heading) =>
    /^(?:success )?criteri(?:on|a)$/i.test(heading.trim()),
  );
  return telling && criteria.size > 1 ? 'criteria' : undefined;
}

function keysOf(names: ColumnNames, headings: readonly string[]): Keys {
  return new Set(readColumns(names, headings).at.keys());
}
