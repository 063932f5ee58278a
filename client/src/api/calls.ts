/** The calls of the HTTP API that the pages make. */

import type {
  Joined,
  JoinRequest,
  LinkList,
  Me,
  NewLinkAnswer,
  NewLinkRequest,
  NewPlanAnswer,
  NewPlanRequest,
  PlanAnswer,
  PlanList,
} from '@tandem/shared/protocol/http';
import { type Answer, request } from './request.ts';

export function fetchMe(plan?: string, as?: string): Promise<Answer<Me>> {
  return request('/api/me', { as, query: { plan } });
}

export function join(body: JoinRequest): Promise<Answer<Joined>> {
  return request('/api/join', { method: 'POST', body });
}

export function fetchPlans(cursor?: string): Promise<Answer<PlanList>> {
  return request('/api/plans', { query: { cursor } });
}

export function createPlan(body: NewPlanRequest): Promise<Answer<NewPlanAnswer>> {
  return request('/api/plans', { method: 'POST', body });
}

export function fetchPlan(plan: string, as?: string): Promise<Answer<PlanAnswer>> {
  return request(`/api/plans/${plan}`, { as });
}

export function fetchLinks(plan: string, as: string): Promise<Answer<LinkList>> {
  return request(`/api/plans/${plan}/links`, { as });
}

export function createLink(
  plan: string,
  as: string,
  body: NewLinkRequest,
): Promise<Answer<NewLinkAnswer>> {
  return request(`/api/plans/${plan}/links`, { method: 'POST', as, body });
}

export function revokeLink(plan: string, as: string, link: string): Promise<Answer<unknown>> {
  return request(`/api/plans/${plan}/links/${link}`, { method: 'DELETE', as });
}
