/** The plans that somebody can open. */

import type { Me, PlanList, PlanListItem } from '@tandem/shared/protocol/http';
import { useEffect, useState } from 'react';
import { fetchMe, fetchPlans } from '../api/calls.ts';
import type { Answer } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/router.tsx';
import { PageFrame } from './page-frame.tsx';

export function PlanListPage() {
  const [me, setMe] = useState<Answer<Me>>();
  const [pages, setPages] = useState<readonly Answer<PlanList>[]>([]);

  useEffect(() => {
    document.title = 'Your plans · Tandem';
    void fetchMe().then(setMe);
    void fetchPlans().then((answer) => setPages([answer]));
  }, []);

  const last = pages.at(-1);
  if (me === undefined || last === undefined) return <PageFrame title="Your plans" isBusy />;
  const isMember = me.kind === 'ok' && me.value.actors.some((actor) => actor.verified);
  if (last.kind === 'refused' && last.status === 401) return <NotSignedIn />;
  const plans = pages.flatMap((page) => (page.kind === 'ok' ? page.value.plans : []));
  const cursor = last.kind === 'ok' ? last.value.cursor : undefined;
  const more = async (): Promise<void> => {
    const answer = await fetchPlans(cursor);
    setPages((before) => [...before, answer]);
  };

  return (
    <PageFrame title="Your plans" action={isMember ? <NewPlanLink /> : undefined}>
      {last.kind === 'ok' ? null : (
        <p role="alert" className="form-note error">
          {last.message}
        </p>
      )}
      {plans.length === 0 && last.kind === 'ok' ? <NoPlans isMember={isMember} /> : null}
      <ul className="plan-list">
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </ul>
      {cursor === undefined ? null : <Button onClick={() => void more()}>Show more</Button>}
    </PageFrame>
  );
}

function PlanRow({ plan }: { readonly plan: PlanListItem }) {
  const made = new Date(plan.createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return (
    <li className="plan-row">
      <Link href={`/p/${plan.id}`}>
        <span className="plan-name">{plan.title === '' ? 'Plan without a name' : plan.title}</span>
        <span className="plan-made tabular">{made}</span>
      </Link>
    </li>
  );
}

function NewPlanLink() {
  return (
    <Link href="/new" className="button primary normal">
      New plan
    </Link>
  );
}

function NoPlans({ isMember }: { readonly isMember: boolean }) {
  return (
    <div className="nothing-yet">
      <p>
        {isMember
          ? 'A plan is one page that both companies edit: the steps from here to go-live, with a person and a date for each. Make the first one from a template, or paste one that you have.'
          : 'Nobody has let you into a plan yet. Open the link that you were sent.'}
      </p>
      {isMember ? <NewPlanLink /> : null}
    </div>
  );
}

function NotSignedIn() {
  return (
    <PageFrame title="Open your link">
      <p>
        This browser is in no plan yet. Open the invitation or sign-in link that you were sent;
        afterwards your plans are listed here.
      </p>
    </PageFrame>
  );
}
