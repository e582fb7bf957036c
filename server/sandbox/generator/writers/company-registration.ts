/** 公司登記資料: one row per post that the person holds. */
import { addMonths } from '../dates.ts';
import type { Writer } from './writer.ts';

const duties: Readonly<Record<string, string>> = {
  董事長: '代表公司負責人',
  董事: '董事',
  監察人: '監察人',
  經理人: '經理人',
};

/** Undefined for who has no post. */
export const companyRegistration: Writer = ({ person }) =>
  person.posts.length
    ? {
        posts: person.posts.map((post) => ({
          business_no: post.businessNumber,
          company_name: post.company,
          company_address: { ...post.address },
          company_status: '核准設立',
          organisation_type: post.company.endsWith('股份有限公司') ? '股份有限公司' : '有限公司',
          registry_office: '經濟部商業發展署',
          person_name: person.name,
          person_name_en: person.romanizedName.toUpperCase() || undefined,
          country: '中華民國',
          position: post.position,
          duty_type: duties[post.position] ?? post.position,
          sequence_no: '1',
          invested_amount: post.shares,
          change_approved_date: post.since,
          term_begin_date: post.since,
          term_end_date: post.position === '經理人' ? undefined : addMonths(post.since, 36),
          manager_appointed_date: post.position === '經理人' ? post.since : undefined,
        })),
      }
    : undefined;
