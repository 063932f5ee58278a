/** What is known about the deal, the template that it proposes, and how to begin. */

import {
  isOneOf,
  START_MODES,
  type StartMode,
  type TemplateId,
  type Variant,
} from '@tandem/shared/plan/kinds';
import type { NewPlanRequest } from '@tandem/shared/protocol/http';
import {
  DEAL_STAGES,
  DEFAULT_STAGE,
  type DealStage,
  stageAdvice,
} from '@tandem/shared/templates/before-creating';
import { proposeTemplate } from '@tandem/shared/templates/propose-template';
import { type FormEvent, useState } from 'react';
import { createPlan } from '../api/calls.ts';
import { Button } from '../ui/button.tsx';
import { DATE_FIELDS, DealDates } from './deal-dates.tsx';
import { Choice, Field, SelectField } from './form-parts.tsx';
import { parseAmount } from './parse-amount.ts';
import { STAGE_LABELS, START_LABELS, TEMPLATE_LABELS, VARIANT_LABELS } from './template-labels.ts';

interface TemplateFormProps {
  readonly isBlank: boolean;
  readonly purpose: string | undefined;
  readonly onMade: (plan: string) => void;
}

const BLANK = { template: 'blank', variant: 'full', start: 'build-together' } as const;

export function TemplateForm({ isBlank, purpose, onMade }: TemplateFormProps) {
  const [value, setValue] = useState('');
  const [isExpansion, setExpansion] = useState(false);
  const [stage, setStage] = useState<DealStage>(DEFAULT_STAGE);
  const [chosenTemplate, setTemplate] = useState<TemplateId>();
  const [chosenVariant, setVariant] = useState<Variant>();
  const [start, setStart] = useState<StartMode>('draft');
  const [trouble, setTrouble] = useState<string>();
  const [isMaking, setMaking] = useState(false);

  const amount = parseAmount(value);
  const proposal = proposeTemplate({
    dealType: isExpansion ? 'expansion' : 'new',
    ...(amount === undefined ? {} : { value: amount }),
  });
  const offered = [proposal.template, ...proposal.alternatives];
  // A choice holds as long as it is still offered.
  const template =
    chosenTemplate !== undefined && offered.includes(chosenTemplate)
      ? chosenTemplate
      : proposal.template;
  const advice = stageAdvice(stage);
  const variant =
    chosenVariant !== undefined && advice.offered.includes(chosenVariant)
      ? chosenVariant
      : advice.variant;

  const chosen = isBlank ? BLANK : { template, variant, start };

  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setMaking(true);
    const answer = await createPlan(
      requestOf(form, {
        ...chosen,
        stage,
        ...(purpose === undefined ? {} : { purpose }),
        ...(amount === undefined ? {} : { value: amount }),
      }),
    );
    setMaking(false);
    if (answer.kind === 'ok') onMade(answer.value.id);
    else setTrouble(answer.message);
  };

  return (
    <form className="deal-form" onSubmit={onSubmit}>
      <div className="form-row">
        <Field name="seller" label="Your company" autoComplete="organization" />
        <Field name="buyer" label="Their company" />
      </div>
      <div className="form-row">
        <Field name="product" label="Product" />
        <SelectField
          label="Where the deal stands"
          value={stage}
          options={DEAL_STAGES.map((one) => ({ value: one, label: STAGE_LABELS[one] }))}
          onChange={(next) => isOneOf(DEAL_STAGES, next) && setStage(next)}
        />
      </div>
      <p className="form-note advice">
        {advice.sentence} Only your side sees where the deal stands.
      </p>
      <div className="form-row three">
        <Field
          name="value"
          label="Annual value"
          inputMode="numeric"
          value={value}
          onChange={setValue}
          placeholder="80,000"
        />
        <Field name="currency" label="Currency" defaultValue="USD" maxLength={3} />
        <label className="check">
          <input
            type="checkbox"
            checked={isExpansion}
            onChange={(event) => setExpansion(event.target.checked)}
          />
          They already use the product
        </label>
      </div>
      {isBlank ? null : (
        <>
          <Choice
            legend="Template"
            note={proposal.note}
            value={template}
            options={offered.map((one, index) => ({
              value: one,
              label: TEMPLATE_LABELS[one],
              hint: index === 0 ? 'fits this deal' : 'fits as well',
            }))}
            onChange={setTemplate}
          />
          <Choice
            legend="How much of it"
            value={variant}
            options={advice.offered.map((one) => ({ value: one, label: VARIANT_LABELS[one] }))}
            onChange={setVariant}
          />
          <Choice
            legend="Begin with"
            value={start}
            options={START_MODES.map((one) => ({ value: one, ...START_LABELS[one] }))}
            onChange={setStart}
          />
        </>
      )}
      <DealDates {...chosen} />
      {trouble === undefined ? null : (
        <p role="alert" className="form-note error">
          {trouble}
        </p>
      )}
      <Button type="submit" look="primary" disabled={isMaking}>
        {isMaking ? 'Making it…' : 'Make the plan'}
      </Button>
    </form>
  );
}

function requestOf(form: FormData, chosen: NewPlanRequest): NewPlanRequest {
  const texts = ['seller', 'buyer', 'product', ...DATE_FIELDS] as const;
  const given = texts
    .map((name) => [name, String(form.get(name) ?? '').trim()] as const)
    .filter(([, text]) => text !== '');
  const currency = String(form.get('currency') ?? '')
    .trim()
    .toUpperCase();
  return {
    ...chosen,
    ...Object.fromEntries(given),
    ...(/^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  } as NewPlanRequest;
}
