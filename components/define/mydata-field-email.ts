import { MydataFieldEmail } from '../fields/email/email-field.ts';
import { define } from './define.ts';

define('mydata-field-email', MydataFieldEmail);
