import { MydataConsent } from '../consent/consent-element.ts';
import { define } from './define.ts';

define('mydata-consent', MydataConsent);
