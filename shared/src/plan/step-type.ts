/**
 * A step's type from its title, in English and the common German, French, Spanish and Norwegian wordings.
 *
 * A suggestion that people correct (X17), so it stays silent (`other`) rather than guess. The first line
 * that fits wins; the list runs from the most specific wording to the least. What stands in brackets
 * explains a title and does not name it, so it is read only when the rest says nothing: "Technical
 * validation (integration check, security review)" is technical.
 */

import { foldedText } from './folded-text.ts';
import type { StepType } from './kinds.ts';

/** No title that says what it is takes longer to say it; what is longer must not cost more. */
const LONGEST_TITLE = 300;

/** Words match folded text: no accents, ø as o, æ as ae. German and Norwegian compounds need open ends. */
const WORDINGS: readonly (readonly [StepType, RegExp])[] = [
  // The pilot, and what it showed. A "pilot kickoff" or "pilot criteria" is still the pilot.
  [
    'pilot-review',
    /\b(pilot|poc|proof of concept|trial)\w*\b.*\b(result|read-?out|sign-?off|debrief|auswertung|ergebnis|bilan|resultat|evaluering)/,
  ],
  [
    'pilot-review',
    /\b(result|read-?out|debrief|auswertung|bilan|resultat|evaluering)\w*\b.*\b(pilot|poc|proof of concept|trial)/,
  ],
  [
    'pilot-review',
    /\b(pilot|poc|proof of concept|trial)\b (review|evaluation|recap|revue|revision|evaluacion|gjennomgang)/,
  ],

  // Security, before whoever else is named: "vendor security assessment" is no procurement.
  [
    'security',
    /\b(it-?|info(rmation)?-?)?(security|infosec|cybersecurity)|\bsoc ?[12]\b|\biso ?27001|\bpen(etration)?[- ]?test|\b(vendor|third[- ]party|it|cyber)[- ]risk|\brisk assessment|\bprivacy|\bdpia\b|\bgdpr\b|\bdata protection (review|impact)|\bcompliance (review|check)|\bquestionnaire\b/,
  ],
  ['security', /sicherheit(?!sleistung)|datenschutz|risikobewertung|risikoanalyse|\bdsgvo\b/],
  ['security', /\bsecurite\b|evaluation des risques|analyse des? risques|\brgpd\b|confidentialite/],
  [
    'security',
    /\bseguridad\b|\bciberseguridad\b|(evaluacion|analisis) de riesgos|proteccion de datos/,
  ],
  ['security', /sikkerhet|risikovurdering|risikoanalyse|\bros-analyse|personvern/],

  [
    'business-case',
    /\bbusiness[- ]?case|\broi\b|\btco\b|\bcost[- ]benefit|\bvalue (assessment|case)/,
  ],
  ['business-case', /wirtschaftlichkeit|kosten-nutzen|nutzenrechnung/],
  [
    'business-case',
    /\betude de rentabilite|\banalyse de rentabilite|\bretour sur investissement|\bcas d'affaires?\b/,
  ],
  ['business-case', /\bcaso de negocio|\bretorno de (la )?inversion|\bcoste-beneficio/],
  [
    'business-case',
    /forretningscase|lonnsomhet|gevinst(beregning|analyse|realisering)|kost-?nytte/,
  ],

  // Papers that are signed long before the contract.
  [
    'legal',
    /\b(nda|dpa)\b|non-?disclosure|data processing (agreement|addendum)|geheimhaltung|\bavv\b|auftragsverarbeitung|accord de confidentialite|acuerdo de confidencialidad|databehandleravtale|taushetserklaering/,
  ],
  ['legal', /\bred-?lin/],
  // Procurement and legal approve and sign off too; only what is left is the executives' yes.
  ['procurement', /\b(procurement|purchasing)\b/],
  ['legal', /\blegal\b.*\b(approv|sign-?\s?off|review|clear)/],
  [
    'executive-approval',
    /\b(exec(utive)?s?|c-?level|c-?suite|board|ceo|cfo|cio|cto|coo|sponsor|leadership|management|budget|finance|committee|final|internal|vp|director)\b.*\b(approv\w*|sign-?\s?offs?|authori[sz]ation|go\/no-?go)\b/,
  ],
  [
    'executive-approval',
    /\b(approv\w*|sign-?\s?off)\b (by|from|of) .*\b(exec(utive)?s?|board|ceo|cfo|cio|cto|coo|sponsor|leadership|management|vp|director|budget)\b/,
  ],
  [
    'executive-approval',
    /\bboard (meeting|decision|review)|\bgo\/no-?go\b|\bexecutive (decision|review|sponsor)/,
  ],
  [
    'executive-approval',
    /vorstand|geschaftsfuhrung|geschaftsleitung|budgetfreigabe|budgetgenehmigung|interne (freigabe|genehmigung)/,
  ],
  [
    'executive-approval',
    /\b(approbation|validation|accord|decision) (de |du |par )?(la |le )?(direction|budget|comite|dg\b|daf\b)|\bcomite de direction|\bcomex\b|\bcodir\b|\bvalidation budgetaire/,
  ],
  [
    'executive-approval',
    /\baprobacion (de|del|por|ejecutiva|interna|presupuest)|\bcomite de direccion|\bconsejo de administracion/,
  ],
  [
    'executive-approval',
    /\bstyre(mote|t|godkjenning|behandling|vedtak)|ledergruppe|(leder|budsjett|intern)\s?godkjenning|ledelsens godkjenning|godkjenning (i|av|fra) (styret|ledelse)/,
  ],

  [
    'procurement',
    /\bprocure|\bpurchas|\bsourcing\b|\bpo\b|\b(vendor|supplier)[- ](management|registration|onboarding|set-?up|approval|review|qualification)/,
  ],
  ['procurement', /einkauf|beschaffung|lieferanten|bestellung|\bvergabe/],
  [
    'procurement',
    /\bachats?\b|approvisionnement|\breferencement (du )?fournisseur|\bfournisseur|\bbon de commande/,
  ],
  [
    'procurement',
    /\bcompras\b|adquisicion|\b(alta|homologacion|gestion) de(l)? proveedor|\borden de compra/,
  ],
  [
    'procurement',
    /innkjop|anskaffelse|leverandor(registrering|styring|godkjenning|vurdering|oppfolging)|\bbestilling/,
  ],

  // "Sign-off", "single sign-on" and "sign up" sign nothing.
  [
    'signature',
    /\b(counter-?|docu|e-?)?signs?\b(?![-\s]?(off|on|up|in)\b)|\b(counter-?|e-?)?sign(ed|ing|atures?|ers?|atory)\b(?![-\s]?off\b)/,
  ],
  [
    'signature',
    /\bcontract execut(ion|ed)\b|\bexecute (the )?contract|\bcontract amendment(?!.*negotiat)/,
  ],
  ['signature', /unterschrift|unterschreib|unterzeichn|signier|vertragsabschluss/],
  ['signature', /\bsigner\b|\bsigne\b/],
  // "Firma" alone is the signature in Spanish; inside a German or Norwegian title it is a company.
  ['signature', /^firma$|\bfirma (de|del|el)\b|\bfirmar\b/],
  ['signature', /signering|signatur|underskrift|undertegn|underskriv/],

  [
    'legal',
    /\blegal\b|\bcontract|\bmsa\b|\bagreement\b|\bcounsel\b|\b(contract|commercial|payment) terms|\bterms and conditions|\bnegotiat/,
  ],
  [
    'legal',
    /vertrag|\bverhandlung|\bjurist|\bjuristisch|\brechts(abteilung|prufung|freigabe)|\brechtlich/,
  ],
  ['legal', /\bjuridique|\bcontrat|\bnegociation|\bservice juridique/],
  ['legal', /\bjuridic|\bcontrato|\bnegociacion|\brevision legal/],
  ['legal', /\bjuridisk|kontrakt|avtale|forhandling|\bjurist/],

  // The buyer among themselves, also about the proposal or the budget (R106).
  [
    'internal-review',
    /\binternal (\w+ )?(review|alignment|discussion|meeting|sync|decision|socialization)|\b(stakeholder|team) alignment|\balign(ing)? (the )?stakeholders|\bbudget (committee|review|window|meeting)|\b(steering|investment|buying) committee|\bsteerco\b/,
  ],
  [
    'internal-review',
    /\bintern(e|er|es)? (abstimmung|prufung|diskussion|besprechung)|\bbudgetausschuss|\blenkungsausschuss|\bstakeholder-?abstimmung/,
  ],
  [
    'internal-review',
    /\b(revue|reunion|validation|discussion|alignement) interne|\balignement des parties prenantes|\bcomite (budgetaire|d'investissement|de pilotage)/,
  ],
  [
    'internal-review',
    /\b(revision|reunion|alineacion) interna|\balineacion de|\bcomite de (presupuesto|inversion)/,
  ],
  [
    'internal-review',
    /\bintern\w* (gjennomgang|avklaring|forankring|vurdering)|\binternavklaring|\bforankring|\bbudsjett(utvalg|komite|mote|behandling)|\bstyringsgruppe/,
  ],

  [
    'proposal',
    /\bpropos(al|e)|\bpricing\b|\bprice (quote|offer)|\bquot(e|ation)\b|\bcommercial offer/,
  ],
  ['proposal', /\bangebot|preisangebot|\bpreise?\b/],
  ['proposal', /\bdevis\b|\boffre\b|\bproposition (commerciale|de prix|tarifaire)|\btarif/],
  ['proposal', /\bpropuesta|\bcotizacion|\boferta\b|\bprecios?\b/],
  ['proposal', /\bpristilbud|\btilbud|\bprising\b/],

  [
    'pilot',
    /\bpilot|\bpoc\b|\bproof of (concept|value)|\btrial\b|\bpreuve de concept|\bphase d'essai|\bprueba (de concepto|piloto)|\bpiloto\b|\btestphase|\bprovedrift|\butproving|\bproveperiode/,
  ],

  [
    'onboarding',
    /\bonboard|\bgo-?\s?live|\broll-?out|\bimplementation\b|\btraining\b|\bdata migration|^((project|delivery) )?kick-?off( call| meeting)?$/,
  ],
  [
    'onboarding',
    /\beinfuhrung|\binbetriebnahme|\beinarbeitung|\bschulung|\bimplementierung|\bprojektstart/,
  ],
  [
    'onboarding',
    /\bmise en (service|production|oeuvre)|\bdeploiement|\bformation des|\blancement du projet/,
  ],
  [
    'onboarding',
    /\bpuesta en marcha|\bimplantacion|\bimplementacion|\bdespliegue|\bcapacitacion|\bincorporacion/,
  ],
  [
    'onboarding',
    /\boppstart|\binnforing|\bproduksjonssetting|\bimplementering|\butrulling|\bopplaering/,
  ],

  [
    'technical',
    /\btechnical|\bintegration|\barchitecture|\bapi\b|\bdeep-?\s?dive|\bsandbox|\bsso\b|\bsingle sign-?on|\bdata access|\bengineering\b|\bit (review|evaluation|validation)/,
  ],
  ['technical', /\btechnisch|\barchitektur|\bdatenzugriff|\bdatenzugang|\bschnittstelle/],
  ['technical', /\btechnique|\bacces aux donnees/],
  ['technical', /\btecnic|\bintegracion|\barquitectura|\bacceso a (los )?datos/],
  ['technical', /\bteknisk|\bintegrasjon|\barkitektur|\bdatatilgang/],

  [
    'discovery',
    /\bdiscovery|\bscoping\b|\bdemo(s|nstration)?\b|\bwalk-?through|\b(needs|requirements) (analysis|assessment|gathering|workshop)|\bintro(ductory)? (call|meeting)/,
  ],
  ['discovery', /\bbedarfs(analyse|aufnahme)|\banforderungs|\berstgesprach|\bvorfuhrung/],
  ['discovery', /\bdecouverte|\bcadrage|\banalyse des besoins|\brecueil des besoins/],
  [
    'discovery',
    /\bdescubrimiento|\bdemostracion|\b(analisis|levantamiento) de (necesidades|requisitos)/,
  ],
  [
    'discovery',
    /\bbehovs(avklaring|analyse|kartlegging)|\bkartlegging|\bdemonstrasjon|\bavklaringsmote/,
  ],
];

export function suggestStepType(title: string): StepType {
  const text = foldedText(title.slice(0, LONGEST_TITLE));
  const withoutBrackets = foldedText(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return firstFit(withoutBrackets) ?? firstFit(text) ?? 'other';
}

function firstFit(text: string): StepType | undefined {
  return WORDINGS.find(([, wording]) => wording.test(text))?.[0];
}
