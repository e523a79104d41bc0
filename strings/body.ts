import { strings } from '../locales/strings';

/** What is said of the request body where it can be edited. */
export const BODY_STRINGS = strings('body', {
  help: 'What goes to the node. Edit it to send something else.',
  notJson: 'This is no JSON: {reason}',
  wrong: 'The node would refuse this: {reasons}.',
  unknownField: '{field} is no field of a dial request',
});
