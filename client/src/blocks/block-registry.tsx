/** Which component shows which block. */

import type { BlockName } from '@tandem/shared/plan/kinds';
import type { ComponentType } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BLOCK_TITLES } from './block-titles.ts';
import { GoalBlock } from './goal-block.tsx';
import { KeyDatesBlock } from './key-dates/key-dates-block.tsx';
import { CriteriaBlock } from './lists/criteria-block.tsx';
import { RequirementsBlock } from './lists/requirements-block.tsx';
import { ResourcesBlock } from './lists/resources-block.tsx';
import { RisksBlock } from './lists/risks-block.tsx';
import { StakeholdersBlock } from './lists/stakeholders-block.tsx';
import { StepsBlock } from './steps/steps-block.tsx';

/** A block that breaks takes neither the text around it nor the other blocks with it. */
function guarded(name: BlockName, View: ComponentType): ComponentType {
  return function GuardedBlock() {
    return (
      <ErrorBoundary
        fallback={(_error, again) => (
          <p role="alert" className="block-broken">
            {BLOCK_TITLES[name]} could not be shown. Nothing in it is lost.{' '}
            <Button size="small" onClick={again}>
              Show it again
            </Button>
          </p>
        )}
      >
        <View />
      </ErrorBoundary>
    );
  };
}

/** Sign-off comes with the versions that it signs. */
export const BLOCK_VIEWS: Readonly<Partial<Record<BlockName, ComponentType>>> = {
  goal: guarded('goal', GoalBlock),
  'key-dates': guarded('key-dates', KeyDatesBlock),
  steps: guarded('steps', StepsBlock),
  stakeholders: guarded('stakeholders', StakeholdersBlock),
  criteria: guarded('criteria', CriteriaBlock),
  risks: guarded('risks', RisksBlock),
  resources: guarded('resources', ResourcesBlock),
  requirements: guarded('requirements', RequirementsBlock),
};
