/** What the blocks are called where people read it. */

import type { BlockName } from '@tandem/shared/plan/kinds';

export const BLOCK_TITLES: Readonly<Record<BlockName, string>> = {
  goal: 'Goal',
  'key-dates': 'Key dates',
  steps: 'Steps',
  stakeholders: 'Stakeholders',
  criteria: 'Success criteria',
  risks: 'Risks',
  resources: 'Resources',
  requirements: 'Technical requirements',
  'sign-off': 'Sign-off',
};
