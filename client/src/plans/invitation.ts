/** The message that goes out with a link. It offers help; it does not ask for a timeline (R112). */

import type { LinkRole } from '@tandem/shared/protocol/http';

export interface Invitation {
  readonly role: LinkRole;
  readonly url: string;
  readonly title: string;
  readonly from: string;
  readonly isSameParty: boolean;
}

const WHAT_TO_DO: Readonly<Record<LinkRole, string>> = {
  editor:
    'Change whatever is not right, above all names and dates on your side. It needs no account.',
  commenter: 'Have a look, and tell me what is not right. It needs no account.',
  viewer: 'It is for reading, always as it stands now, and needs no account.',
};

export function invitationText({ role, url, title, from, isSameParty }: Invitation): string {
  const opening = isSameParty
    ? `here is the plan that we share with the other side: ${title}.`
    : 'I want to make this easy for you. So I wrote down the steps from here to where you want to be, with who does what and by when, on one page that we both can edit.';
  return ['Hello,', '', opening, '', WHAT_TO_DO[role], '', url, '', from].join('\n');
}
