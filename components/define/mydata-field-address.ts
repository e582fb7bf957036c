import { MydataFieldAddress } from '../fields/address/address-field.ts';
import { define } from './define.ts';

define('mydata-field-address', MydataFieldAddress);
