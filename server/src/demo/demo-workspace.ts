/** The first start of an empty data folder: a member, and one plan to look at. */

import { assert } from '@tandem/shared/plan/assert';
import { parseCalendarDate } from '@tandem/shared/plan/calendar-date';
import { type Chance, type PlanId, randomText } from '@tandem/shared/plan/ids';
import { DEFAULT_STAGE } from '@tandem/shared/templates/before-creating';
import type { AccessContext } from '../access/context.ts';
import { joinUrl, makeLink, openLinks } from '../access/links.ts';
import { ensureMember, newSignIn } from '../access/members.ts';
import { secureChance } from '../access/secrets.ts';
import { timestamp } from '../clock.ts';
import type { ActorRow } from '../storage/storage.ts';
import { SYSTEM_ACTOR, type Writer } from '../writer/writer.ts';
import { DEMO_MEMBER } from './demo-people.ts';
import { demoPlan } from './demo-plan.ts';

export interface DemoWorkspace {
  readonly member: ActorRow;
  /** Absent when somebody deleted it. */
  readonly plan?: PlanId;
}

/** Ids that `newId` makes have no hyphen, so only the demo plan's begins like this. */
const DEMO_PREFIX = 'demo-';
const DAY = 24 * 60 * 60 * 1000;

/** Makes it in an empty data folder. One that plans came into by the command line belongs to its first member. */
export async function openDemoWorkspace(
  context: AccessContext,
  writer: Writer,
): Promise<DemoWorkspace | undefined> {
  const { storage, clock } = context;
  const { plans } = await storage.listPlans({ limit: 100 });
  if (plans.length > 0 && !(await storage.findMemberByEmail(DEMO_MEMBER.email))) {
    const member = await storage.findFirstMember();
    return member ? { member } : undefined;
  }
  const member = await ensureMember(context, DEMO_MEMBER);
  const used = (await storage.plansOfActor(member.id)).find(({ plan }) => isDemo(plan));
  if (used) return { member, plan: used.plan };
  const known = plans.find(({ id }) => isDemo(id))?.id;
  if (known === undefined && plans.length > 0) return { member };
  const plan = known ?? (await createDemoPlan(context, writer, member, secureChance));
  const lastUsedAt = timestamp(clock);
  await storage.grantAccess({ plan, actor: member.id, role: 'member', link: null, lastUsedAt });
  return { member, plan };
}

async function createDemoPlan(
  { clock }: AccessContext,
  writer: Writer,
  member: ActorRow,
  chance: Chance,
): Promise<PlanId> {
  const today = parseCalendarDate(timestamp(clock).slice(0, 10));
  assert(today, 'A timestamp begins with a date.');
  const id = `${DEMO_PREFIX}${randomText(chance, 12)}` as PlanId;
  await writer.create({
    id,
    plan: demoPlan(today, chance),
    cause: 'template',
    actor: member.id,
    stage: DEFAULT_STAGE,
  });
  return id;
}

export interface StartLinks {
  readonly seller: string;
  readonly buyer?: string;
}

/** One that signs the member in, one that lets a guest of the buyer edit the demo plan. */
export async function freshLinks(
  context: AccessContext,
  { member, plan }: DemoWorkspace,
  publicUrl: string,
): Promise<StartLinks> {
  const opens = plan === undefined ? {} : { plan };
  const signIn = await newSignIn(context, member, { ...opens, minutes: DAY / 60_000 });
  const seller = joinUrl(publicUrl, signIn);
  if (plan === undefined) return { seller };
  await revokeUnusedLinks(context, plan);
  const buyer = await makeLink(context, {
    plan,
    role: 'editor',
    party: 'buyer',
    createdBy: SYSTEM_ACTOR,
  });
  return { seller, buyer: joinUrl(publicUrl, buyer.secret) };
}

/** Every start makes a link: those of earlier days by which nobody came would fill the share dialog. */
async function revokeUnusedLinks(context: AccessContext, plan: PlanId): Promise<void> {
  const { storage, clock } = context;
  const yesterday = new Date(clock.now().getTime() - DAY).toISOString();
  for (const link of await openLinks(context, plan)) {
    if (link.createdBy !== SYSTEM_ACTOR || link.createdAt > yesterday) continue;
    if (!(await storage.findActorOfLink(link.id))) {
      await storage.revokeLink(link.id, timestamp(clock));
    }
  }
}

function isDemo(plan: string): boolean {
  return plan.startsWith(DEMO_PREFIX);
}
