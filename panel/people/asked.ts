import type { Meeting } from '../../protocol/meeting';
import { keptChoice } from '../state/remember';
import type { AskingPress } from './offers';

/** The presses that open a form. */
const FORMS = ['tones', 'transfer', 'overlay'] as const;
/** The fields of those forms. */
const FIELDS = ['digits', 'alias', 'role', 'pin', 'text'] as const;

/** What was typed into such a form. */
export type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** A press that asks for more before anything is sent. */
export type Asked = {
  press: AskingPress;
  uuid: string;
  name: string;
  /** The meeting that it is about. */
  where: string;
  typed?: Typed;
};

/** By what a meeting is known again after its page was loaded again. */
export const whereOf = ({ origin, alias }: Meeting): string => `${origin} ${alias}`;

/** Reads a form that was half filled. A question, and a form in which nothing was typed, stay away. */
export function readAsked(kept: unknown): Asked | undefined {
  const { uuid, name, where, typed } = Object(kept);
  const press = keptChoice(FORMS)(Object(kept).press);
  const fields = FIELDS.map((field) => [field, Object(typed)[field]] as const);
  const texts = fields.filter(([, text]) => typeof text === 'string');
  const isWhole = [uuid, name, where].every((text) => typeof text === 'string');
  if (!press || !isWhole || texts.length === 0) return undefined;
  return { press, uuid, name, where, typed: Object.fromEntries(texts) };
}
