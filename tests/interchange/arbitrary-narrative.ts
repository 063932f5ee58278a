/** A narrative with every block once, and free text around them that looks like a plan. */

import { USUAL_BLOCKS } from '@tandem/shared/interchange/words/section-names';
import { embedOf, type NarrativeElement, paragraph } from '@tandem/shared/plan/narrative';
import fc from 'fast-check';
import { flag, text } from './arbitrary-rows.ts';

/** To a reader of lines a table with text below it. */
const TABLE_AS_CODE: NarrativeElement = {
  type: 'codeBlock',
  content: [{ type: 'text', text: '```\n| a |\n|---|\nb\n```\n| a |\n|---|\nb' }],
};

const freeText: fc.Arbitrary<NarrativeElement> = fc.oneof(
  text.filter((value) => !value.includes('\n')).map((value) => paragraph(value)),
  fc
    .tuple(
      text.filter((value) => !value.includes('\n')),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([value, level]) => ({
      type: 'heading',
      attrs: { level },
      content: [{ type: 'text', text: value }],
    })),
  fc.constantFrom<NarrativeElement[]>(
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Steps' }] },
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Background' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Go-live', marks: [{ type: 'bold' }] },
        { type: 'text', text: ': 2027-05-03' },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'Risks', marks: [{ type: 'bold' }] }] },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('Decision target: 2027-01-01')] }],
    },
    { type: 'horizontalRule' },
    { type: 'codeBlock', content: [{ type: 'text', text: '## Goal\n\n## Steps' }] },
    TABLE_AS_CODE,
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }, TABLE_AS_CODE] }],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['Action', 'Owner'].map((heading) => ({
            type: 'tableHeader',
            content: [paragraph(heading)],
          })),
        },
        {
          type: 'tableRow',
          content: ['Call', 'Both'].map((cell) => ({
            type: 'tableCell',
            content: [paragraph(cell)],
          })),
        },
      ],
    },
  ),
);

export const narrative = fc
  .tuple(
    fc.shuffledSubarray([...USUAL_BLOCKS, 'sign-off' as const], { minLength: 9 }),
    fc.array(fc.array(freeText, { maxLength: 3 }), { minLength: 9, maxLength: 9 }),
    flag,
    flag,
  )
  .map(([blocks, texts, signed, usual]) =>
    (usual ? USUAL_BLOCKS : blocks)
      .filter((block) => signed || block !== 'sign-off')
      .flatMap((block, i) => [...(texts[i] ?? []), embedOf(block)])
      .concat(texts[8] ?? []),
  );
