import { MydataCounter } from '../counter/counter-element.ts';
import { define } from './define.ts';

define('mydata-counter', MydataCounter);
