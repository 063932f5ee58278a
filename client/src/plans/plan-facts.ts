import type { TemplateId } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';

const KIND_OF_PLAN: Readonly<Record<TemplateId, string>> = {
  standard: 'Evaluation',
  'mid-market': 'Mid-market evaluation',
  enterprise: 'Enterprise evaluation',
  expansion: 'Expansion',
  blank: 'Plan',
};

/** One line under the title: "Enterprise evaluation · $140,000 · Acme and Northwind". */
export function planFacts(
  plan: Pick<PlanSnapshot, 'template' | 'value' | 'currency' | 'seller' | 'buyer'>,
): string {
  const { template, value, currency, seller, buyer } = plan;
  const names = [seller, buyer].filter((name) => name !== '').join(' and ');
  const money = value === undefined ? '' : formatMoney(value, currency);
  return [KIND_OF_PLAN[template], money, names].filter((part) => part !== '').join(' · ');
}

function formatMoney(value: number, currency: string | undefined): string {
  const whole = { maximumFractionDigits: 0 };
  if (currency === undefined) return new Intl.NumberFormat(undefined, whole).format(value);
  return new Intl.NumberFormat(undefined, { ...whole, style: 'currency', currency }).format(value);
}
