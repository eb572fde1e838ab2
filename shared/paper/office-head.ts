import { z } from 'zod';
import type { OfficeContext } from './definition.ts';

/** Which office gives out a paper, and how it is reached. */
export const officeHeadValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: z.string().min(1),
  address: z.string(),
  enquiryPhone: z.string(),
  supervisionPhone: z.string(),
});
export type OfficeHeadValues = z.infer<typeof officeHeadValues>;

/** The head of a paper that is about no card. */
export function officeHead({ counter, pack }: Pick<OfficeContext, 'counter' | 'pack'>): OfficeHeadValues {
  const { name, address, enquiryPhone, supervisionPhone } = counter.office;
  return { trial: counter.trial, sample: pack.sample, office: name, address, enquiryPhone, supervisionPhone };
}

export const usualOffice: OfficeHeadValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  address: '新区政务服务大厅二楼人才服务窗口',
  enquiryPhone: '0471-0000000',
  supervisionPhone: '0471-0000001',
};

export const longOffice: OfficeHeadValues = {
  ...usualOffice,
  trial: true,
  sample: true,
  office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
  address: '内蒙古自治区某某市某某县某某镇某某路某某号某某政务服务中心某某楼某某区某某号人才服务窗口'.repeat(2),
};

export const bareOffice: OfficeHeadValues = {
  ...usualOffice,
  trial: true,
  sample: true,
  address: '',
  enquiryPhone: '',
  supervisionPhone: '',
};
