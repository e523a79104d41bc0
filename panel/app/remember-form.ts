import { effect } from '@preact/signals';
import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { Call } from '../../protocol/meeting';
import { type Draft, EMPTY_DRAFT } from '../request/draft';
import type { WrongBody } from '../request/form';
import { readDraft } from '../request/kept-draft';
import type { PanelContext } from '../state/context';
import { withMemory } from '../state/remember';

const NAME = 'form';

/** Keeps the form *Dial out* while it is filled in. What was dialed stands among the calls. */
export function rememberForm(context: PanelContext): void {
  const { form, calls } = context.store;
  void withMemory(context, (memory) => {
    const left = memory.get(NAME);
    const kept = readDraft(left);
    if (kept && form.typed.peek() === EMPTY_DRAFT && !form.wrongBody.peek()) {
      for (const field of DIAL_FIELDS) form.edit(field, kept.draft[field]);
      form.setExact(kept.isExact);
      form.wrongBody.value = readWrongBody(left);
    }
    let draft: Draft | undefined;
    let changedAt = 0;
    return effect(() => {
      if (draft !== form.typed.value) changedAt = Date.now();
      draft = form.typed.value;
      const destination = form.outgoing.peek().destination.trim();
      const isDialed = (call: Call) =>
        call.startedAt >= changedAt && call.request.destination === destination;
      const isFilled = Object.values(draft).some((text) => text.trim() !== '');
      const wrongBody = form.wrongBody.value;
      const isLeft = wrongBody ?? (isFilled && !calls.value?.some(isDialed));
      memory.keep(NAME, isLeft ? { draft, isExact: form.isExact.value, wrongBody } : undefined);
    });
  });
}

function readWrongBody(left: unknown): WrongBody | undefined {
  const { text, error } = Object(Object(left).wrongBody);
  return typeof text === 'string' && typeof error === 'string' ? { text, error } : undefined;
}
