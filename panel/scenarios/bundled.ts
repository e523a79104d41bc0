import badge from '../../scenarios/badge.json';
import dialOutcomes from '../../scenarios/dial-outcomes.json';
import everyField from '../../scenarios/every-field.json';
import hostContract from '../../scenarios/host-contract.json';
import lateAnswer from '../../scenarios/late-answer.json';
import people from '../../scenarios/people.json';
import reload from '../../scenarios/reload.json';
import smoke from '../../scenarios/smoke.json';

/** The scenarios that come along, as somebody would find them in their files. */
export const SHIPPED: readonly { name: string; text: string }[] = [
  smoke,
  dialOutcomes,
  lateAnswer,
  everyField,
  badge,
  people,
  reload,
  hostContract,
].map((file) => ({ name: file.name, text: `${JSON.stringify(file, null, 2)}\n` }));
