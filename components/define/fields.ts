import './mydata-field-email.ts';
import './mydata-field-national-id.ts';
import './mydata-field-number.ts';
import './mydata-field-phone.ts';
import './mydata-field-text.ts';
