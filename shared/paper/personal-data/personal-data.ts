import { refuse } from '../../domain/refusal.ts';
import { maskIdNumber, maskPhone } from '../../domain/talent/masking.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { idKindNames } from '../id-kind-names.ts';
import { officeHead } from '../office-head.ts';
import { askedBy } from '../request-words.ts';
import { dataLines, phoneCaption } from './data-lines.ts';
import { usualData, worstData } from './examples.ts';
import { type PersonalDataValues, personalDataValues } from './personal-data-values.ts';

/**
 * 个人信息查阅单, A4: what the counter holds about whoever asks. In the person's own hand it bears their numbers whole, since they are
 * what is to be checked; an agent gets them masked.
 */
export const personalData: PaperDefinition<PersonalDataValues, 'request'> = {
  kind: 'personal-data',
  about: 'request',
  title: { zh: '个人信息查阅单', en: 'What is held about you' },
  layout: 'personal-data/1',
  valuesSchema: personalDataValues,
  values: valuesOf,
  handledBy: () => 'printer',
  covered: (values) => ({
    ...values,
    idNumber: maskIdNumber(values.idNumber),
    lines: values.lines.map((line) =>
      line.caption === phoneCaption && line.text ? { ...line, text: maskPhone(line.text) } : line,
    ),
  }),
  examples: { usual: usualData, worst: worstData },
};

function valuesOf(context: PaperContexts['request']): PersonalDataValues {
  const { counter, pack, person, request, staffName, today } = context;
  if (request.kind !== 'see' || request.answer?.decision === 'refused') refuse('paper-not-available', { kind: 'personal-data' });
  const whole = request.asker.role === 'self';
  const { kind, number } = person.document;
  return personalDataValues.parse({
    ...officeHead({ counter, pack }),
    name: person.identity.name,
    idKind: idKindNames[kind],
    idNumber: whole ? number : maskIdNumber(number),
    askedBy: askedBy(request.asker),
    askedOn: chineseDate(request.receivedOn),
    issuedOn: chineseDate(today),
    handler: staffName,
    sheet: '',
    lines: dataLines(context, whole),
  });
}
