import './mydata-field-text.ts';
