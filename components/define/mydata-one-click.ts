import { MydataOneClick } from '../one-click/one-click-element.ts';
import { define } from './define.ts';

define('mydata-one-click', MydataOneClick);
