import { z } from 'zod';
import { staffId } from '../ids.ts';

export const role = z.enum(['clerk', 'supervisor', 'administrator', 'auditor']);
export type Role = z.infer<typeof role>;

export const staff = z.strictObject({
  id: staffId,
  /** 工号: what is typed at sign-in. */
  number: z.string().regex(/^[0-9A-Z]{3,12}$/, 'not-a-staff-number'),
  name: z.string().min(1).max(50),
  role,
});
export type Staff = z.infer<typeof staff>;

/** What a call may need. `anyone` is for calls before sign-in, `signed-in` for calls of any role. */
export const rights = [
  'anyone',
  'signed-in',
  'talent.view',
  'talent.register',
  'talent.uncover',
  'recognition.receive',
  'recognition.grant',
  'card.withdraw',
  'date.confirm',
  'document.accept',
  'staff.witness',
  'card.issue',
  'card.verify',
  'paper.print',
  'advice.give',
  'settings.change',
  'backup.make',
  'approval.request',
  'approval.decide',
  'matter.hand-on',
  'talent.correct',
  'identity.correct',
  'request.handle',
  'request.decide',
  'matter.reassign',
  'audit.view',
] as const;
export type Right = (typeof rights)[number];

const everyone: readonly Right[] = ['anyone', 'signed-in'];
const counterWork: readonly Right[] = [
  ...everyone,
  'talent.view',
  'talent.register',
  'talent.uncover',
  'recognition.receive',
  'card.issue',
  'card.verify',
  'paper.print',
  'advice.give',
  'approval.request',
  'matter.hand-on',
  'talent.correct',
  'request.handle',
];

/** What a second person may sign off beside whoever is signed in; a clerk never has these. `staff.witness`: that somebody's PIN is set anew. */
export const signOffRights = [
  'recognition.grant',
  'card.withdraw',
  'date.confirm',
  'document.accept',
  'staff.witness',
  'identity.correct',
  'request.decide',
] as const satisfies readonly Right[];
export type SignOffRight = (typeof signOffRights)[number];

/** Which role may do what. */
export const rightsOf: Record<Role, readonly Right[]> = {
  clerk: counterWork,
  supervisor: [...counterWork, ...signOffRights, 'approval.decide', 'matter.reassign', 'backup.make'],
  administrator: [...everyone, 'talent.view', 'card.verify', 'settings.change', 'staff.witness', 'audit.view', 'backup.make'],
  auditor: [...everyone, 'talent.view', 'audit.view'],
};

/** Whether that role has that right. */
export function mayDo(role: Role, right: Right): boolean {
  return rightsOf[role].includes(right);
}
