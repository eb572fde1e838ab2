import { application as applicationEn } from './en/application.ts';
import { approvals as approvalsEn } from './en/approvals.ts';
import { audit as auditEn } from './en/audit.ts';
import { backup as backupEn } from './en/backup.ts';
import { camera as cameraEn } from './en/camera.ts';
import { cardLife as cardLifeEn } from './en/card-life.ts';
import { consult as consultEn } from './en/consult.ts';
import { diagnostics as diagnosticsEn } from './en/diagnostics.ts';
import { fieldCodes as fieldCodesEn, fieldNotes as fieldNotesEn } from './en/field-codes.ts';
import { goingLive as goingLiveEn } from './en/going-live.ts';
import { handOn as handOnEn } from './en/hand-on.ts';
import { home as homeEn } from './en/home.ts';
import { issue as issueEn } from './en/issue.ts';
import { keyCare as keyCareEn } from './en/key-care.ts';
import { matters as mattersEn } from './en/matters.ts';
import { papers as papersEn } from './en/papers.ts';
import { person as personEn } from './en/person.ts';
import { recognise as recogniseEn } from './en/recognise.ts';
import { refusals as refusalsEn, troubles as troublesEn } from './en/refusals.ts';
import { register as registerEn } from './en/register.ts';
import { requests as requestsEn } from './en/requests.ts';
import { restore as restoreEn } from './en/restore.ts';
import { review as reviewEn } from './en/review.ts';
import { scan as scanEn } from './en/scan.ts';
import { search as searchEn } from './en/search.ts';
import { settings as settingsEn } from './en/settings.ts';
import { shell as shellEn } from './en/shell.ts';
import { signIn as signInEn } from './en/sign-in.ts';
import { signOff as signOffEn } from './en/sign-off.ts';
import { status as statusEn } from './en/status.ts';
import { takeOver as takeOverEn } from './en/take-over.ts';
import { verify as verifyEn } from './en/verify.ts';
import type { SameShape } from './same-shape.ts';
import { application } from './zh/application.ts';
import { approvals } from './zh/approvals.ts';
import { audit } from './zh/audit.ts';
import { backup } from './zh/backup.ts';
import { camera } from './zh/camera.ts';
import { cardLife } from './zh/card-life.ts';
import { consult } from './zh/consult.ts';
import { diagnostics } from './zh/diagnostics.ts';
import { fieldCodes, fieldNotes } from './zh/field-codes.ts';
import { goingLive } from './zh/going-live.ts';
import { handOn } from './zh/hand-on.ts';
import { home } from './zh/home.ts';
import { issue } from './zh/issue.ts';
import { keyCare } from './zh/key-care.ts';
import { matters } from './zh/matters.ts';
import { papers } from './zh/papers.ts';
import { person } from './zh/person.ts';
import { recognise } from './zh/recognise.ts';
import { refusals, troubles } from './zh/refusals.ts';
import { register } from './zh/register.ts';
import { requests } from './zh/requests.ts';
import { restore } from './zh/restore.ts';
import { review } from './zh/review.ts';
import { scan } from './zh/scan.ts';
import { search } from './zh/search.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { signOff } from './zh/sign-off.ts';
import { status } from './zh/status.ts';
import { takeOver } from './zh/take-over.ts';
import { verify } from './zh/verify.ts';

/** All words, by feature. A feature's screens read theirs by `useTranslation('<feature>')`; a new feature adds one line to each table. */
export const zh = {
  shell,
  camera,
  scan,
  refusals,
  troubles,
  fieldCodes,
  fieldNotes,
  register,
  status,
  signIn,
  search,
  signOff,
  approvals,
  handOn,
  cardLife,
  consult,
  home,
  issue,
  matters,
  papers,
  person,
  recognise,
  application,
  review,
  takeOver,
  verify,
  goingLive,
  backup,
  restore,
  settings,
  diagnostics,
  audit,
  keyCare,
  requests,
} as const;

export const en: SameShape<typeof zh> = {
  camera: cameraEn,
  scan: scanEn,
  shell: shellEn,
  refusals: refusalsEn,
  troubles: troublesEn,
  fieldCodes: fieldCodesEn,
  fieldNotes: fieldNotesEn,
  register: registerEn,
  status: statusEn,
  signIn: signInEn,
  search: searchEn,
  signOff: signOffEn,
  approvals: approvalsEn,
  handOn: handOnEn,
  cardLife: cardLifeEn,
  consult: consultEn,
  home: homeEn,
  issue: issueEn,
  matters: mattersEn,
  papers: papersEn,
  person: personEn,
  recognise: recogniseEn,
  application: applicationEn,
  review: reviewEn,
  takeOver: takeOverEn,
  verify: verifyEn,
  goingLive: goingLiveEn,
  backup: backupEn,
  restore: restoreEn,
  settings: settingsEn,
  diagnostics: diagnosticsEn,
  audit: auditEn,
  keyCare: keyCareEn,
  requests: requestsEn,
};
