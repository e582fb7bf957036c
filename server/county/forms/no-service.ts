/** Stands for the service where only a form is sent. */
import type { Service } from '#schemas/services/types.ts';

const none = { 'zh-Hant': '', en: '' };

export const noService: Service = {
  id: 'none',
  county: '',
  agency: none,
  name: none,
  summary: none,
  modes: [],
  audience: none,
  prepare: [],
  processingDays: 0,
  fee: none,
  contact: { unit: none, phone: '', hours: none },
  legalBasis: none,
  purposes: [],
  purpose: none,
  datasets: [],
  replaces: [],
  notice: {
    dataClasses: none,
    period: none,
    area: none,
    recipients: none,
    manner: none,
    rights: none,
    ifRefused: none,
    source: none,
  },
  retentionDays: 0,
  manual: none,
};
