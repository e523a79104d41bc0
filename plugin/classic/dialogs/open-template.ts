import type { Observable } from 'rxjs';
import type { DialogLimit } from '../isolation/dialogs';
import { adoptHandlers } from '../isolation/handlers';
import { OBSTACLES } from '../obstacles/obstacles';
import type { Owner } from '../streams/owner';
import { PluginStream } from '../streams/plugin-stream';
import { type DialogOpening, type DialogRef, type DialogTemplate, newMoment, toOpening } from './opening';
import type { DialogStack } from './stack';
import { toFragment } from './template';

/** Whose dialog a node is in, so that an error of its inline code finds the plugin. */
const owners = new WeakMap<Element, Owner>();

/** The plugin whose dialog is seen. */
export function ownerOfDialog(): Owner | undefined {
  const seen = [...document.querySelectorAll('.classic-dialog:not([hidden])')].at(-1);
  return seen && owners.get(seen);
}

/**
 * Opens a dialog with a plugin's HTML. Its elements are in the document before anybody hears of it, so that
 * `document.getElementById` finds them in `.then` and in `viewInit$` alike.
 * Above the limit, no dialog opens and the promise stays pending.
 * @see Plugin guide, "openTemplateDialog"
 */
export function openTemplateDialog(
  stack: DialogStack,
  limit: DialogLimit,
  { title, body }: DialogTemplate,
  owner: Owner | undefined,
): DialogOpening {
  const own = <T>(observable: Observable<T>) => new PluginStream(observable, () => owner);
  if (!limit.mayOpen(owner)) {
    owner?.limit(OBSTACLES.dialogs);
    return toOpening(new Promise(() => {}), own);
  }
  const closed = newMoment();
  const viewed = newMoment();
  const finish = (moment: typeof closed) => {
    moment.next();
    moment.complete();
  };
  const content = toFragment(String(body ?? ''));
  if (owner) adoptHandlers(content, owner);
  const dialog = stack.open(String(title ?? ''), content, () => {
    limit.closed(owner);
    finish(closed);
  });
  if (owner) owners.set(dialog.root, owner);
  finish(viewed);
  const ref: DialogRef = { close: dialog.close, close$: own(closed), viewInit$: own(viewed) };
  return toOpening(Promise.resolve(ref), own);
}
