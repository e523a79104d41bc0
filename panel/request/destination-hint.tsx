import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DETECT_STRINGS } from '../../strings/detect';
import { STRINGS } from '../../strings/panel';
import { lazy } from '../ui/lazy';
import { notesOn } from './detect/notes';
import { isRefused } from './draft';
import type { DialFormState } from './form';
import type { Dialed } from './guard/concern';
import type { RegionOffer as Offer } from './region-offer';
import { useCut } from './use-cut';
import './request.css';

const RegionOffer = lazy(() => import('./region-offer').then((module) => module.RegionOffer));

type Props = {
  form: DialFormState;
  /** For the field to point at. */
  id: string;
  /** Why something may not be dialed at all. */
  refusalOf?(dialed: Dialed): string | undefined;
  /** Where a number without a country may get one. */
  offer?: Omit<ComponentProps<typeof Offer>, 'numbers'>;
  /** What can be done about it, in the place of notes that would say so. */
  children?: ComponentChildren;
};

/** What would be dialed, before it is, or why it would not; and how to have it otherwise. */
export function DestinationHint({ form, id, refusalOf, offer, children }: Props) {
  const found = form.detection.found.value;
  if (!found || form.errors.value.destination) return null;
  const [isChosen, exact] = [form.isProtocolChosen.value, form.isExact.value];
  const { destination, protocol, dtmf_sequence } = form.outgoing.value;
  const names: Record<string, string> = STRINGS.choices.protocol;
  const contradicts = isChosen && !exact && found.protocol !== 'auto' && found.protocol !== protocol;
  const isNothing = isRefused(found, form.typed.value.protocol, exact);
  // An address says nothing more than that it is one.
  const saysProtocol = (isChosen && !isNothing) || exact || found.kind === 'address';
  const label = saysProtocol ? (names[protocol] ?? protocol) : DETECT_STRINGS.kinds[found.kind];
  const differs = isNothing ? isChosen : !exact && destination !== form.draft.value.destination.trim();
  const refusal = isNothing ? undefined : refusalOf?.({ destination: destination.trim() });
  const cannot = isNothing || refusal !== undefined;
  const tones = exact || dtmf_sequence !== found.tones ? undefined : found.tones;
  const text = [
    cannot
      ? cannotDial(found.kind === 'address' && protocol === 'auto' ? '' : label)
      : (exact ? DETECT_STRINGS.asTyped : DETECT_STRINGS.willDial)({
          label,
          destination: destination.trim(),
        }),
    refusal && ` ${refusal}`,
    !cannot && tones && `, ${DETECT_STRINGS.thenTones(tones)}`,
    !exact && !refusal && !children && found.notes.length > 0 && `${cannot ? '' : '.'} ${notesOn(found)}`,
    contradicts && `. ${DETECT_STRINGS.addressSays(names[found.protocol] ?? '')}`,
  ];
  const offersCountry = offer && !exact && found.notes.includes('no-region');
  return (
    <Hint
      id={id}
      text={text.filter(Boolean).join('')}
      isLong={Boolean(offersCountry) || (contradicts && differs)}
    >
      {children}
      {offersCountry && <RegionOffer {...offer} numbers={[found.destination]} />}
      {contradicts && (
        <button type="button" class="plain" onClick={form.unchooseProtocol}>
          {DETECT_STRINGS.use(names[found.protocol] ?? '')}
        </button>
      )}
      {differs && (
        <button type="button" class="plain" onClick={() => form.setExact(true)}>
          {DETECT_STRINGS.useAsTyped}
        </button>
      )}
      {exact && (
        <button type="button" class="plain" onClick={() => form.setExact(false)}>
          {DETECT_STRINGS.detectAgain}
        </button>
      )}
    </Hint>
  );
}

type HintProps = {
  id: string;
  text: string;
  /** More can be chosen than has room beside the text. */
  isLong: boolean;
  children: ComponentChildren;
};

/**
 * The text and what can be done about it. In a room that is kept for them, they take no more than that until
 * the user wants to see all: nothing below moves when they arrive.
 */
function Hint({ id, text, isLong, children }: HintProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const isCut = useCut(line, text) || isLong;
  const [opened, setOpened] = useState<string>();
  const isOpen = opened === text;
  // The next time that it arrives, it moves nothing either.
  useEffect(() => setOpened(undefined), [text]);
  const open = () => {
    setOpened(text);
    // The button goes.
    line.current?.focus();
  };
  return (
    <div class={`destination-hint ${isOpen ? 'whole' : isCut ? 'cut' : ''}`}>
      <p id={id} class="help" ref={line} tabIndex={isOpen ? -1 : undefined}>
        {text}
      </p>
      {children}
      {isCut && !isOpen && (
        <button type="button" class="plain show-all" aria-describedby={id} onClick={open}>
          {DETECT_STRINGS.showAll}
        </button>
      )}
    </div>
  );
}

const cannotDial = (label: string) => (label ? DETECT_STRINGS.cannot(label) : DETECT_STRINGS.cannotDial);
