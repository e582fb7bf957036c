import { MydataFieldPhone } from '../fields/phone/phone-field.ts';
import { define } from './define.ts';

define('mydata-field-phone', MydataFieldPhone);
