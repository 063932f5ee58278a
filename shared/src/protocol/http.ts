/**
 * The bodies of the HTTP API. The server parses with these schemas and answers in these shapes; the OpenAPI
 * document is made of them. The client imports the types only, so no zod reaches the browser through here.
 */

import { z } from 'zod';
import type { PlanId } from '../plan/ids.ts';
import { PARTIES, START_MODES, TEMPLATE_IDS, VARIANTS } from '../plan/kinds.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import { planEdit } from './edits.ts';
import { branded, date } from './fields.ts';
import { planSnapshot } from './snapshot.ts';

/** From the least to the most that one may do; a link gives one of the first three. */
export const ROLES = ['viewer', 'commenter', 'editor', 'member'] as const;
export type Role = (typeof ROLES)[number];
export const LINK_ROLES = ['viewer', 'commenter', 'editor'] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

/** Where the deal stands when the plan is made; a row for the seller's party, never in the document (X19). */
const STAGES = ['discovery', 'post-demo', 'proposal', 'negotiation'] as const;

const planId = branded<PlanId>();
const instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' });
const revision = z.int().positive();
const party = z.enum(PARTIES);
const role = z.enum(ROLES);
const linkRole = z.enum(LINK_ROLES);
const name = z.string().trim().min(1).max(80);
const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
const words = z.string().trim().max(500);

export const errorBody = z.object({
  error: z.object({
    code: z.string().meta({ description: 'Stable; programs decide by it' }),
    message: z.string().meta({ description: 'A sentence that can be shown' }),
    index: z.int().exactOptional().meta({ description: 'Which of the edits is at fault, from 0' }),
  }),
});
export type ErrorBody = z.output<typeof errorBody>;

/** Answer of a call that has nothing to say. */
export const nothing = z.object({});

export const health = z.object({ schema: z.int() });
export type Health = z.output<typeof health>;

// POST /api/join
export const joinRequest = z.object({
  secret: z.string().min(1).max(200),
  /** Needed unless the link already knows who comes. */
  name: name.optional(),
  email: email.optional(),
});
export type JoinRequest = z.input<typeof joinRequest>;
export const joined = z.object({
  actor: z.string(),
  plan: planId.exactOptional(),
  role,
  party,
});
export type Joined = z.output<typeof joined>;

// GET /api/me
const ownActor = z.object({
  actor: z.string(),
  name: z.string(),
  party,
  verified: z.boolean(),
  role: role.exactOptional().meta({ description: 'On the plan that was asked about' }),
});
export const me = z.object({
  actors: z.array(ownActor).meta({
    description: 'The actors of this browser; with `plan`, those who may open it',
  }),
  current: z.string().exactOptional().meta({
    description: 'The actor that a request without `as` is made by',
  }),
});
export type OwnActor = z.output<typeof ownActor>;
export type Me = z.output<typeof me>;

// /api/plans
export const newPlanFromTemplate = z.object({
  template: z.enum(TEMPLATE_IDS).optional(),
  variant: z.enum(VARIANTS).optional(),
  start: z.enum(START_MODES).optional(),
  stage: z.enum(STAGES).optional(),
  title: words.optional(),
  seller: words.optional(),
  buyer: words.optional(),
  product: words.optional(),
  value: z.number().min(0).max(1e12).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  evaluationStart: date.optional(),
  decision: date.optional(),
  signature: date.optional(),
  goLive: date.optional(),
  timeZone: z.string().max(80).optional(),
  purpose: words.optional().meta({ description: 'Why a plan is worth making for this deal' }),
});
export const newPlanFromMarkdown = z.object({
  markdown: z.string(),
  dates: z
    .enum(['dmy', 'mdy'])
    .optional()
    .meta({ description: 'How 03/04/2027 is meant, where the text does not tell' }),
  timeZone: z.string().max(80).optional(),
  stage: z.enum(STAGES).optional(),
  purpose: words.optional(),
});
export const newPlanRequest = z.union([newPlanFromMarkdown, newPlanFromTemplate]);
export type NewPlanRequest = z.input<typeof newPlanRequest>;
export type NewPlanFromTemplate = z.output<typeof newPlanFromTemplate>;

const count = z.int().min(0);
const importReport = z.object({
  found: z.object({
    steps: count,
    stakeholders: count,
    criteria: count,
    risks: count,
    resources: count,
    requirements: count,
  }),
  items: z
    .array(
      z.object({
        line: z.int().positive(),
        text: z.string(),
        why: z.string(),
        keptIn: z.enum(['narrative', 'notes', 'nowhere']),
      }),
    )
    .readonly()
    .meta({ description: 'What was not read as a part of the plan, in the order of the text' }),
});
export const newPlanAnswer = z.object({
  id: planId,
  url: z.string(),
  report: importReport.exactOptional(),
});
export type NewPlanAnswer = z.output<typeof newPlanAnswer>;

const planListItem = z.object({
  id: planId,
  url: z.string(),
  title: z.string(),
  party,
  role,
  revision,
  createdAt: instant,
});
export type PlanListItem = z.output<typeof planListItem>;
export const planList = z.object({
  plans: z.array(planListItem).meta({ description: 'Newest first' }),
  cursor: z.string().exactOptional().meta({ description: 'For the next page; absent on the last' }),
});
export type PlanList = z.output<typeof planList>;

export const planAnswer = z.object({ revision, epoch: z.int(), plan: planSnapshot });
export interface PlanAnswer {
  readonly revision: number;
  readonly epoch: number;
  readonly plan: PlanSnapshot;
}

// POST /api/plans/:id/edits
export const editsRequest = z.object({ edits: z.array(planEdit).min(1).max(1000) });
export const editsAnswer = z.object({ revision });
export type EditsAnswer = z.output<typeof editsAnswer>;

// /api/plans/:id/links
export const newLinkRequest = z.object({
  role: linkRole,
  party,
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  email: email.optional(),
});
export type NewLinkRequest = z.input<typeof newLinkRequest>;
export const newLinkAnswer = z.object({
  id: z.string(),
  url: z.string().meta({ description: 'With the secret; it is shown this once' }),
});
export type NewLinkAnswer = z.output<typeof newLinkAnswer>;
const namedActor = z.object({ id: z.string(), name: z.string() });
const link = z.object({
  id: z.string(),
  role: linkRole,
  party,
  email: z.string().exactOptional(),
  createdAt: instant,
  createdBy: namedActor,
  expiresAt: instant.exactOptional(),
  joinedBy: namedActor.exactOptional().meta({ description: 'Who came by it first' }),
});
export type Link = z.output<typeof link>;
export const linkList = z.object({ links: z.array(link) });
export type LinkList = z.output<typeof linkList>;
