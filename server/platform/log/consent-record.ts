/**
 * The record of one consent in the shape of ISO/IEC TS 27560:2023 (record header, PII processing, parties, event).
 * Composed at the moment of consent and never again: what was agreed to is what was true then.
 */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Canonical } from '../../crypto/canonical-json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Client } from '../registry/read-register.ts';
import type { Organisation, ServiceVersion, Transaction } from '../storage.ts';

const recordSchema = 'ISO/IEC TS 27560:2023; mydata-consent-record/1';

export interface ConsentFacts {
  readonly transaction: Transaction;
  /** Stands for the person, in this transaction only. */
  readonly principal: string | undefined;
  /** Absent: the resident takes the data home. */
  readonly client?: Client;
  readonly organisation?: Organisation;
  readonly definition?: ServiceVersion['definition'];
  readonly datasets: readonly CatalogueEntry[];
  readonly platformUrl: string;
  /** Hex SHA-256 of the words shown. */
  readonly wordsHash: string;
  readonly at: Date;
}

const platformParty = 'mydata-platform';
const hours = (ms: number): string => `PT${ms / 3_600_000}H`;
const lawfulBasis = '當事人同意（個人資料保護法第 15 條第 2 款、第 16 條第 7 款）';
const specialBasis = '當事人書面同意（個人資料保護法第 6 條第 1 項第 6 款）';

/** → the record, for canonical JSON. It names no person: only what stands for them in this transaction, and no data. */
export function consentRecord(facts: ConsentFacts): Canonical {
  const { transaction, client, organisation, definition, datasets } = facts;
  const recipient = client ? client.clientId : 'resident';
  const special = datasets.some(({ specialCategory }) => specialCategory);
  return {
    schema_version: recordSchema,
    record_id: transaction.txId,
    pii_principal_id: facts.principal,
    pii_processing: [
      {
        language: 'zh-Hant-TW',
        privacy_notice: { digest: `sha256:${facts.wordsHash}`, shown_at: facts.platformUrl },
        purposes: [
          {
            purpose: definition?.purpose || (client ? `${client.name}：本次申辦` : '本人自行下載'),
            purpose_codes: definition?.purposeCodes ?? [],
            purpose_type: client ? 'service-application' : 'self-download',
            services: client ? [client.name] : ['個人資料自行運用'],
            lawful_basis: special ? [lawfulBasis, specialBasis] : [lawfulBasis],
            legal_basis_of_service: definition?.legalBasis || client?.legalBasis,
            pii_information: datasets.map(({ id, name, agency, specialCategory }) => ({
              pii_type: id,
              pii_name: name['zh-Hant'],
              source: agency['zh-Hant'],
              // Single fields where the service registered them; else the whole dataset.
              pii_attributes: client?.fields[id] ?? ['*'],
              pii_optional: false,
              sensitive_pii_category: specialCategory,
            })),
            pii_data_classes: definition?.dataClasses ?? [],
            pii_controllers: client ? [recipient] : [],
            collection_method: transaction.method ? `online; identity proved by ${transaction.method}` : 'online',
            processing_method: 'one transfer; standing consent does not exist',
            storage_locations: ['TW'],
            processing_locations: ['TW'],
            jurisdiction: ['TW'],
            retention_period: {
              [platformParty]: `${hours(lifetimes.storedData.ms)} at most; at once when fetched`,
              ...(client && definition?.retentionDays ? { [recipient]: `P${definition.retentionDays}D` } : {}),
            },
            recipient_third_parties: [],
            withdrawal_method:
              '同意只限這一次；資料送達前可在平臺取消，送達後請向服務的承辦單位請求停止處理、利用或刪除（個人資料保護法第 11 條）。',
            privacy_rights: ['個人資料保護法第 3 條：查詢、閱覽、製給複製本、補充或更正、停止蒐集處理利用、刪除'],
          },
        ],
      },
    ],
    party_identification: [
      { party_id: platformParty, party_name: 'MyData 平臺', party_url: facts.platformUrl, party_role: 'PII processor' },
      ...(client
        ? [
            {
              party_id: recipient,
              party_name: organisation?.name ?? client.name,
              party_role: 'PII controller (service provider)',
              party_contact: definition?.contact ?? organisation?.contact,
            },
          ]
        : [{ party_id: recipient, party_name: '本人', party_role: 'PII principal' }]),
      ...datasets.map(({ id, agency }) => ({
        party_id: id,
        party_name: agency['zh-Hant'],
        party_role: 'PII controller (data provider)',
      })),
    ],
    event: [
      {
        event_type: 'explicit consent',
        event_state: 'given',
        event_time: facts.at.toISOString(),
        validity_duration: 'once',
        entity_id: facts.principal,
      },
    ],
  };
}
