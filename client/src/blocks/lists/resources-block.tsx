/** What helps: papers and pages, each with the step it is for (R234–R242). */

import type { Resource, Subject } from '@tandem/shared/plan/plan';
import { LinkCell } from '../../cells/input-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { StepsCell } from '../../cells/steps-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { RESOURCE_TYPE_WORDS } from '../../cells/words.ts';
import { usePlan, useReading } from '../../session/hooks.ts';
import { BlockFrame } from '../block-frame.tsx';
import type { Column, RowCellProps } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { plainLook, useOneGroup } from './one-group.ts';

export function ResourcesBlock() {
  const resources = usePlan((plan) => plan.resources);
  const removed = useReading((reading) => reading.removed.resources);
  return (
    <BlockFrame name="resources">
      <RowGrid
        label="Resources"
        kind="resource"
        noun="resource"
        rows={resources}
        groups={useOneGroup(resources)}
        columns={COLUMNS}
        removed={removed}
        firstField="title"
        titleOf={titleOf}
        lookOf={plainLook}
        empty="Nothing here yet. Which paper or page will somebody ask for next?"
      />
    </BlockFrame>
  );
}

function titleOf(resource: Resource): string {
  return resource.title;
}

function subjectOf(resource: Resource, field: string): Subject {
  return { kind: 'resource', id: resource.id, field };
}

function TitleCell({ row: resource }: RowCellProps<Resource>) {
  return (
    <TextCell
      subject={subjectOf(resource, 'title')}
      label="Resource"
      text={resource.title}
      placeholder="What is it?"
      className="phone-first"
    />
  );
}

function UrlCell({ row: resource }: RowCellProps<Resource>) {
  return (
    <LinkCell
      subject={subjectOf(resource, 'url')}
      label="Link"
      url={resource.url}
      className="phone-own"
      set={(url) => ({ type: 'resource/set', resource: resource.id, url })}
    />
  );
}

function TypeCell({ row: resource }: RowCellProps<Resource>) {
  return (
    <SelectCell
      subject={subjectOf(resource, 'type')}
      label="Type"
      value={resource.type}
      words={RESOURCE_TYPE_WORDS}
      className="phone-second"
      set={(resourceType) => ({ type: 'resource/set', resource: resource.id, resourceType })}
    />
  );
}

function ForStepsCell({ row: resource }: RowCellProps<Resource>) {
  return (
    <StepsCell
      subject={subjectOf(resource, 'steps')}
      label="For step"
      chosen={resource.steps}
      word="step"
      placeholder="Which step?"
      className="phone-second"
      set={(steps) => ({ type: 'resource/set-steps', resource: resource.id, steps })}
    />
  );
}

const COLUMNS: readonly Column<Resource>[] = [
  { key: 'title', title: 'Resource', width: 'minmax(0, 1.3fr)', Cell: TitleCell },
  { key: 'url', title: 'Link', width: 'minmax(0, 1.2fr)', Cell: UrlCell },
  { key: 'type', title: 'Type', width: '132px', Cell: TypeCell },
  { key: 'steps', title: 'For step', width: '112px', Cell: ForStepsCell },
];
