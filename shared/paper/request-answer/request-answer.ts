import { refuse } from '../../domain/refusal.ts';
import { maskIdNumber } from '../../domain/talent/masking.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { idKindNames } from '../id-kind-names.ts';
import { officeHead } from '../office-head.ts';
import { askedBy, requestKindNames } from '../request-words.ts';
import { answerLines } from './answer-lines.ts';
import { usualAnswer, worstAnswers } from './examples.ts';
import { type RequestAnswerValues, requestAnswerValues } from './request-answer-values.ts';

/** 个人信息请求答复书, A4: what was asked, what was decided and why, and where to complain. */
export const requestAnswer: PaperDefinition<RequestAnswerValues, 'request'> = {
  kind: 'request-answer',
  about: 'request',
  title: { zh: '个人信息请求答复书', en: 'Answer to a request about personal data' },
  layout: 'request-answer/1',
  valuesSchema: requestAnswerValues,
  values: valuesOf,
  handledBy: ({ request }) => request.answer?.answeredBy,
  examples: { usual: usualAnswer, worst: worstAnswers },
};

function valuesOf(context: PaperContexts['request']): RequestAnswerValues {
  const { counter, pack, person, request, staffName, signedOffByName } = context;
  const { answer } = request;
  if (!answer) return refuse('paper-not-available', { kind: 'request-answer' });
  return requestAnswerValues.parse({
    ...officeHead({ counter, pack }),
    name: person.identity.name,
    idKind: idKindNames[person.document.kind],
    idNumber: maskIdNumber(person.document.number),
    askedBy: askedBy(request.asker),
    askedOn: chineseDate(request.receivedOn),
    kind: requestKindNames[request.kind],
    answeredOn: chineseDate(answer.answeredOn),
    handler: staffName,
    ...(signedOffByName && { signedOffBy: signedOffByName }),
    sheet: '',
    lines: answerLines({ ...request, answer }),
  });
}
