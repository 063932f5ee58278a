/** What could slip, what is done about it and who does. */

import type { Likelihood } from '@tandem/shared/plan/kinds';
import type { Risk, Subject } from '@tandem/shared/plan/plan';
import { numbersOf, sameOrder } from '../../cells/indexes.ts';
import { OwnerCell } from '../../cells/owner-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { StepsCell } from '../../cells/steps-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { LIKELIHOOD_WORDS } from '../../cells/words.ts';
import { usePlan, useReading } from '../../session/hooks.ts';
import { Pill, type PillTone } from '../../ui/pill.tsx';
import { BlockFrame } from '../block-frame.tsx';
import { DetailField } from '../detail-field.tsx';
import type { Column, RowCellProps } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { useOneGroup } from './one-group.ts';

export function RisksBlock() {
  const risks = usePlan((plan) => plan.risks);
  const steps = usePlan((plan) => plan.steps, sameOrder);
  const removed = useReading((reading) => reading.removed.risks);
  const groups = useOneGroup(risks);
  return (
    <BlockFrame name="risks" summary={risks.length === 1 ? '1 risk' : `${risks.length} risks`}>
      <RowGrid
        label="Risks"
        kind="risk"
        noun="risk"
        rows={risks}
        groups={groups}
        columns={COLUMNS}
        removed={removed}
        firstField="text"
        titleOf={titleOf}
        lookOf={(risk) => ({ note: numbersOf(steps, risk.steps), className: '' })}
        empty="No risks yet. What has made plans like this one late before?"
        Detail={RiskDetail}
      />
    </BlockFrame>
  );
}

function titleOf(risk: Risk): string {
  return risk.text;
}

const TONES: Readonly<Record<Likelihood, PillTone>> = {
  low: 'neutral',
  medium: 'warn',
  high: 'error',
};
const KEYS: Readonly<Record<string, Likelihood>> = { l: 'low', m: 'medium', h: 'high' };

function subjectOf(risk: Risk, field: string): Subject {
  return { kind: 'risk', id: risk.id, field };
}

function RiskCell({ row: risk, note }: RowCellProps<Risk>) {
  return (
    <TextCell
      subject={subjectOf(risk, 'text')}
      label="Risk"
      text={risk.text}
      placeholder="What could go wrong?"
      className="phone-first"
      suffix={note === '' ? null : <span className="suffix tabular">step {note}</span>}
    />
  );
}

function ImpactCell({ row: risk }: RowCellProps<Risk>) {
  return (
    <TextCell
      subject={subjectOf(risk, 'impact')}
      label="Then"
      text={risk.impact}
      placeholder="What happens then?"
      className="phone-own"
    />
  );
}

function MitigationCell({ row: risk }: RowCellProps<Risk>) {
  return (
    <TextCell
      subject={subjectOf(risk, 'mitigation')}
      label="What we do about it"
      text={risk.mitigation}
      placeholder="What do we do about it?"
      className="phone-own"
    />
  );
}

function RiskOwnerCell({ row: risk }: RowCellProps<Risk>) {
  return (
    <OwnerCell
      subject={subjectOf(risk, 'owners')}
      label="Owner"
      owners={risk.owners}
      className="phone-second"
      set={(owners) => [{ type: 'risk/set-owners', risk: risk.id, owners }]}
    />
  );
}

function LikelihoodCell({ row: risk }: RowCellProps<Risk>) {
  const { likelihood } = risk;
  return (
    <SelectCell
      subject={subjectOf(risk, 'likelihood')}
      label="Likely"
      value={likelihood}
      words={LIKELIHOOD_WORDS}
      placeholder="How likely?"
      keys={KEYS}
      className="cell-status phone-second"
      view={
        likelihood ? <Pill tone={TONES[likelihood]}>{LIKELIHOOD_WORDS[likelihood]}</Pill> : null
      }
      set={(value) => ({ type: 'risk/set', risk: risk.id, likelihood: value })}
      clear={() => ({ type: 'risk/set', risk: risk.id, likelihood: null })}
    />
  );
}

const COLUMNS: readonly Column<Risk>[] = [
  { key: 'text', title: 'Risk', width: 'minmax(0, 1.2fr)', Cell: RiskCell },
  { key: 'impact', title: 'Then', width: 'minmax(0, 1fr)', Cell: ImpactCell },
  {
    key: 'mitigation',
    title: 'What we do about it',
    width: 'minmax(0, 1.3fr)',
    Cell: MitigationCell,
  },
  { key: 'owners', title: 'Owner', width: 'minmax(0, 150px)', Cell: RiskOwnerCell },
  { key: 'likelihood', title: 'Likely', width: '90px', Cell: LikelihoodCell },
];

function RiskDetail({ row: risk }: { readonly row: Risk }) {
  return (
    <dl className="detail-fields">
      <DetailField label="Which steps it would hold up">
        <StepsCell
          subject={subjectOf(risk, 'steps')}
          label="Which steps it would hold up"
          chosen={risk.steps}
          word="step"
          placeholder="Choose steps"
          set={(steps) => ({ type: 'risk/set-steps', risk: risk.id, steps })}
        />
      </DetailField>
    </dl>
  );
}
