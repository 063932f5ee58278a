import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_TYPES, type StepType } from './kinds.ts';
import { suggestStepType } from './step-type.ts';

const TITLES: Readonly<Record<StepType, readonly string[]>> = {
  discovery: [
    'Discovery call',
    'Product demo',
    'Requirements workshop',
    'Bedarfsanalyse',
    'Appel de découverte',
    'Demostración del producto',
    'Behovsavklaring',
  ],
  technical: [
    'Technical deep-dive with engineering',
    'Data access for the Oslo port',
    'Integration check',
    'SSO set-up',
    'Single sign-on test',
    'Technical sign-off',
    'Technische Prüfung',
    'Validation technique',
    'Evaluación técnica',
    'Teknisk gjennomgang',
  ],
  security: [
    'Security questionnaire review',
    'IT-risikovurdering',
    'IT security review',
    'InfoSec review',
    'Vendor risk assessment',
    'Security sign-off',
    'SOC 2 report',
    'Penetration test',
    'Sicherheitsprüfung',
    'Datenschutzprüfung',
    'Revue de sécurité',
    'Revisión de seguridad',
    'Sikkerhetsvurdering',
    'Internal security review',
  ],
  pilot: [
    'Pilot with the Leeds quoting team',
    'Pilot in Oslo (3 weeks)',
    'Pilot/POC setup (if applicable)',
    'Proof of concept',
    'Pilot kickoff',
    'Pilot criteria',
    'Testphase',
    'Prueba de concepto',
    'Prøvedrift',
  ],
  'pilot-review': [
    'Pilot results review',
    'Review pilot results',
    'Pilot sign-off',
    'POC readout',
    'Pilot review',
    'Auswertung Pilot',
    'Evaluering av pilot',
  ],
  'business-case': [
    'ROI/business case presentation to Victor Lang',
    'Business case sign-off',
    'Wirtschaftlichkeitsrechnung',
    'Étude de rentabilité',
    'Caso de negocio',
    'Gevinstberegning',
  ],
  proposal: [
    'Pricing proposal delivery',
    'Send quote',
    'Angebot erstellen',
    'Envoi du devis',
    'Propuesta comercial',
    'Pristilbud',
  ],
  'internal-review': [
    'Internal review and stakeholder alignment',
    'Internal stakeholder alignment',
    'Internal review of the proposal',
    'Budget committee',
    'Budget committee review',
    'Steering committee',
    'Interne Abstimmung',
    'Revue interne',
    'Reunión interna',
    'Intern gjennomgang',
  ],
  procurement: [
    'Vendor management review',
    'Procurement review',
    'Procurement approval',
    'Procurement PO',
    'Purchase order',
    'Vendor onboarding',
    'Supplier registration',
    'Einkauf',
    'Bon de commande',
    'Revisión de compras',
    'Innkjøp',
  ],
  legal: [
    'Contract redlines',
    'Legal sign-off',
    'Legal review',
    'Sign NDA',
    'DPA',
    'MSA redlines',
    'Contract amendment negotiation',
    'Vertragsverhandlung',
    'Revue juridique',
    'Negociación del contrato',
    'Kontraktsforhandling',
  ],
  'executive-approval': [
    'Executive approval',
    'Board meeting',
    'Board approval',
    'CFO sign-off',
    'Budget approval',
    'Approval by the CFO',
    'Finance approval',
    'Steering committee approval',
    'Go/no-go decision',
    'Freigabe durch den Vorstand',
    'Comité de direction',
    'Aprobación interna',
    'Styregodkjenning',
  ],
  signature: [
    'Signature',
    'Contract signature',
    'Sign the contract',
    'Countersign',
    'Signature on 30 April',
    'MSA signature',
    'Contract executed',
    'Legal / signature by the authorized signer',
    'Vertragsunterzeichnung',
    'Signature du contrat',
    'Firma',
    'Firma del contrato',
    'Kontraktsignering',
  ],
  onboarding: [
    'Onboarding kickoff',
    'Kickoff',
    'Go-live',
    'Rollout to all ports',
    'Training for port operators',
    'Einführung',
    'Mise en service',
    'Puesta en marcha',
    'Oppstart',
  ],
  other: [
    '',
    'Call Priya',
    'Agree on the summer peak',
    'Single point of contact',
    'Weekly check-in',
    'Design the dashboard',
    'Sign up for the newsletter',
    'Firma prüft die Unterlagen',
    'Berechtigungen',
    'Evaluation kickoff',
  ],
};

/** Words that the wordings know, brackets, accents, a lone surrogate. */
const texts = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'pilot',
        'review',
        'É',
        'e\u0301',
        'ø',
        '(',
        ']',
        '\ud800',
        '\n',
        'legal',
        '%',
      ),
    ),
  )
  .map((parts) => parts.join(' '));

describe('suggestStepType', () => {
  for (const type of STEP_TYPES) {
    it.each(TITLES[type])(`reads "%s" as ${type}`, (title) => {
      expect(suggestStepType(title)).toBe(type);
    });
  }

  /** The steps of two real-looking plans, one of them with the buyer's own words. */
  it.each([
    ['Discovery call', 'discovery'],
    ['Data access for the Oslo port', 'technical'],
    ['Pilot in Oslo (3 weeks)', 'pilot'],
    ['IT-risikovurdering', 'security'],
    ['Budget committee', 'internal-review'],
    ['Contract redlines', 'legal'],
    ['Signature', 'signature'],
    ['Onboarding kickoff', 'onboarding'],
    ['Technical deep-dive with engineering', 'technical'],
    ['Security questionnaire review', 'security'],
    ['Pilot with the Leeds quoting team', 'pilot'],
    ['Pilot results review', 'pilot-review'],
    ['ROI/business case presentation to Victor Lang', 'business-case'],
    ['Pricing proposal delivery', 'proposal'],
    ['Internal review and stakeholder alignment', 'internal-review'],
    ['Vendor management review', 'procurement'],
    ['Contract redlines and negotiation', 'legal'],
    ['Contract signature', 'signature'],
  ] as const)('reads the plan row "%s" as %s', (title, type) => {
    expect(suggestStepType(title)).toBe(type);
  });

  it('reads what stands in brackets only when the rest says nothing', () => {
    expect(suggestStepType('Workshop (security review)')).toBe('security');
    expect(suggestStepType('Technical workshop (security review)')).toBe('technical');
  });

  it('gives a type for any text, whatever its case and form', () => {
    fc.assert(
      fc.property(texts, (title) => {
        const type = suggestStepType(title);
        expect(STEP_TYPES).toContain(type);
        expect(suggestStepType(`  ${title}\n`)).toBe(type);
      }),
    );
    for (const title of TITLES.security) {
      expect(suggestStepType(title.toUpperCase())).toBe('security');
      expect(suggestStepType(title.normalize('NFD'))).toBe('security');
    }
  });

  it('is not slowed down by a title without end', () => {
    expect(suggestStepType('pilot ('.repeat(200_000))).toBe('pilot');
  });
});
