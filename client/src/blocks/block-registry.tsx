/** Which component shows which block. */

import type { BlockName } from '@tandem/shared/plan/kinds';
import type { ComponentType } from 'react';
import { GoalBlock } from './goal-block.tsx';
import { KeyDatesBlock } from './key-dates/key-dates-block.tsx';
import { CriteriaBlock } from './lists/criteria-block.tsx';
import { RequirementsBlock } from './lists/requirements-block.tsx';
import { ResourcesBlock } from './lists/resources-block.tsx';
import { RisksBlock } from './lists/risks-block.tsx';
import { StakeholdersBlock } from './lists/stakeholders-block.tsx';
import { StepsBlock } from './steps/steps-block.tsx';

/** Sign-off comes with the versions that it signs. */
export const BLOCK_VIEWS: Readonly<Partial<Record<BlockName, ComponentType>>> = {
  goal: GoalBlock,
  'key-dates': KeyDatesBlock,
  steps: StepsBlock,
  stakeholders: StakeholdersBlock,
  criteria: CriteriaBlock,
  risks: RisksBlock,
  resources: ResourcesBlock,
  requirements: RequirementsBlock,
};
