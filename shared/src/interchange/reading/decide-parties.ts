/**
 * Who sells and who buys. A file that says so is believed; then the goal sentence ("Northwind evaluates …"),
 * then the roles of each company's people, and only last the order in the title (X17).
 */

import type { Party } from '../../plan/kinds.ts';
import { partyOfRole, suggestStakeholderRole } from '../../plan/stakeholder-role.ts';
import { namesInTitle, type PartyNames, partyOfWord, sameCompany } from '../words/companies.ts';
import { isSlot } from '../words/plain-words.ts';

export interface PartyEvidence {
  readonly title: string;
  /** Said in so many words: "Seller: Acme". */
  readonly said: { readonly seller?: string; readonly buyer?: string };
  /** Who evaluates, by the goal sentence. */
  readonly evaluator?: string;
  /** What people of a company do: one entry for each person under the company's name. */
  readonly people: readonly { readonly company: string; readonly role: string }[];
  /** Companies that head a column of owners. */
  readonly columns: readonly string[];
}

export function decideParties(evidence: PartyEvidence): PartyNames {
  const order = namesInTitle(evidence.title);
  const base = byGoal(evidence, order) ?? byRoles(evidence, order) ?? byOrder(order);
  const { seller, buyer } = evidence.said;
  return {
    seller: seller ?? otherThan(buyer, base.seller, base.buyer),
    buyer: buyer ?? otherThan(seller, base.buyer, base.seller),
  };
}

/** With one party named, the other is whoever is left. */
function otherThan(named: string | undefined, likely: string, second: string): string {
  return named !== undefined && sameCompany(named, likely) ? second : likely;
}

/** What title and goal sentence alone say. The export names the parties where this differs from the plan. */
export function partiesOfTitle(title: string, evaluator: string | undefined): PartyNames {
  const order = namesInTitle(title);
  const evidence = {
    title,
    said: {},
    people: [],
    columns: [],
    ...(evaluator === undefined ? {} : { evaluator }),
  };
  return byGoal(evidence, order) ?? byOrder(order);
}

type Names = readonly [string, string] | undefined;

function byOrder(order: Names): PartyNames {
  return { seller: order?.[0] ?? '', buyer: order?.[1] ?? '' };
}

function byGoal(evidence: PartyEvidence, order: Names): PartyNames | undefined {
  const buyer = evidence.evaluator;
  if (buyer === undefined) return undefined;
  if (!order) {
    const seller = byRoles(evidence, order)?.seller ?? '';
    return { seller: sameCompany(seller, buyer) ? '' : seller, buyer };
  }
  const [first, second] = order;
  const firstBuys = sameCompany(first, buyer) && !sameCompany(second, buyer);
  return { seller: firstBuys ? second : first, buyer };
}

function byRoles(evidence: PartyEvidence, order: Names): PartyNames | undefined {
  const companies = order ? order.filter((name) => name !== '') : companiesOf(evidence);
  const votes = evidence.people.map(({ company, role }) => ({
    company,
    worth: worth(partyOfRole(suggestStakeholderRole(role))),
  }));
  const scores = companies.map((company) => scoreOf(company, votes));
  const buyer = best(companies, scores, 1);
  const seller = best(companies, scores, -1);
  if (buyer === undefined && seller === undefined) return undefined;
  const other = (than: string | undefined): string =>
    companies.length === 2 ? (companies.find((company) => company !== than) ?? '') : '';
  return { seller: seller ?? other(buyer), buyer: buyer ?? other(seller) };
}

/** Positive for a buyer, negative for a seller. */
function scoreOf(
  company: string,
  votes: readonly { readonly company: string; readonly worth: number }[],
): number {
  return votes.reduce(
    (sum, vote) => sum + (sameCompany(vote.company, company) ? vote.worth : 0),
    0,
  );
}

function worth(party: Party | undefined): number {
  return party === undefined ? 0 : party === 'buyer' ? 1 : -1;
}

function best(
  companies: readonly string[],
  scores: readonly number[],
  sign: 1 | -1,
): string | undefined {
  const highest = Math.max(0, ...scores.map((score) => score * sign));
  const winners = companies.filter((_, i) => (scores[i] ?? 0) * sign === highest);
  return highest > 0 && winners.length === 1 ? winners[0] : undefined;
}

/** The companies that the tables name, each once, for a file whose title names none. */
function companiesOf(evidence: PartyEvidence): readonly string[] {
  const found: string[] = [];
  for (const name of [...evidence.columns, ...evidence.people.map((person) => person.company)]) {
    const free = name.trim() !== '' && !isSlot(name) && partyOfWord(name) === undefined;
    if (free && found.length < 8 && !found.some((known) => sameCompany(known, name)))
      found.push(name.trim());
  }
  return found;
}
