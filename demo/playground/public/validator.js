/** Stands for a published form's compiled validator: it asks for what is required, and no more. */
const required = ['name', 'born', 'home', 'phone', 'for', 'reason', 'true'];

export default function validate(answers) {
  validate.errors = required
    .filter((id) => answers[id] === undefined)
    .map((missingProperty) => ({ keyword: 'required', instancePath: '', params: { missingProperty } }));
  return validate.errors.length === 0;
}
