import type { CatalogueEntry } from '../types.ts';
import { houseTax } from './house-tax.ts';
import { incomeTaxCertificate } from './income-tax-certificate.ts';
import { incomeTaxPayments } from './income-tax-payments.ts';
import { incomeTaxRegistration } from './income-tax-registration.ts';
import { landValueTax } from './land-value-tax.ts';
import { mobileBarcodeInvoiceItems } from './mobile-barcode-invoice-items.ts';
import { mobileBarcodeInvoices } from './mobile-barcode-invoices.ts';
import { noArrearsLocalTax } from './no-arrears-local-tax.ts';
import { noArrearsNationalTax } from './no-arrears-national-tax.ts';
import { personalIncome } from './personal-income.ts';
import { property } from './property.ts';
import { vehicleLicenceTax } from './vehicle-licence-tax.ts';

/** In the order of the handbook's tables. */
export const tax: readonly CatalogueEntry[] = [
  vehicleLicenceTax,
  property,
  personalIncome,
  houseTax,
  incomeTaxPayments,
  mobileBarcodeInvoices,
  mobileBarcodeInvoiceItems,
  incomeTaxCertificate,
  incomeTaxRegistration,
  noArrearsNationalTax,
  noArrearsLocalTax,
  landValueTax,
];
