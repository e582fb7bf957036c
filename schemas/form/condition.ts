/** The two small languages of a form: when something is asked, and how an answer is worked out. */

/**
 * JSON Logic with a closed operator list: `==` `!=` `<` `<=` `>` `>=` `in` `and` `or` `!` `!!` `var`.
 * A comparison has one `var` (a field id, plain) and one literal, so that every condition can also
 * be written as JSON Schema if/then. `{"in": ["x", {"var": "f"}]}` asks whether a checkboxes answer
 * contains "x"; `{"in": [{"var": "f"}, ["a","b"]]}` whether the answer is one of those.
 */
export type Condition = { readonly [operator: string]: unknown };

/**
 * How an answer is worked out from earlier ones of its level, in the style of JSON Logic; `calculate.ts` says what each
 * operator gives, `check-calculation.ts` what it takes. Literals are numbers and texts.
 * `{"var": "f"}` · `{"+" | "-" | "*" | "/": [a, b, …]}` · `{"sum": [{"var": "group"}, "inner"]}` over the rows ·
 * `{"count": [{"var": "f"}]}` rows of a group or ticks of checkboxes · `{"if": [condition, a, b]}` ·
 * `{"years": [from, to]}` full years between two dates, `to` may be `"today"`.
 */
export type Calculation = number | string | { readonly [operator: string]: unknown };
