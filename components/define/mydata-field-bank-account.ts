import { MydataFieldBankAccount } from '../fields/bank-account/bank-account-field.ts';
import { define } from './define.ts';

define('mydata-field-bank-account', MydataFieldBankAccount);
