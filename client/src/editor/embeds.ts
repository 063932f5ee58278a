/** Which blocks the narrative shows, and where. */

import { BLOCKS, type BlockName } from '@tandem/shared/plan/kinds';
import type { Node } from '@tiptap/pm/model';
import { BLOCK_VIEWS } from '../blocks/block-registry.tsx';

const SHOWABLE: readonly BlockName[] = BLOCKS.filter((block) => block in BLOCK_VIEWS);

export function firstEmbedOf(doc: Node, block: string): number | undefined {
  let found: number | undefined;
  doc.descendants((node, pos) => {
    if (found === undefined && node.type.name === 'embed' && node.attrs.block === block)
      found = pos;
    return found === undefined && !node.isTextblock;
  });
  return found;
}

export function missingBlocks(doc: Node): readonly BlockName[] {
  return SHOWABLE.filter((block) => firstEmbedOf(doc, block) === undefined);
}
