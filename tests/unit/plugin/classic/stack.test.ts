// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { openTemplateDialog } from '../../../../plugin/classic/dialogs/open-template';
import { DialogStack } from '../../../../plugin/classic/dialogs/stack';
import { limitDialogs } from '../../../../plugin/classic/isolation/dialogs';
import { newListening, type Owner } from '../../../../plugin/classic/streams/owner';

const container = document.createElement('main');
const stage = { show: vi.fn(), hide: vi.fn() };
const stack = new DialogStack(container, stage);
const seen = () => [...container.children].filter((each) => each instanceof HTMLElement && !each.hidden);
const open = (title: string, onClose = () => {}) => stack.open(title, document.createElement('p'), onClose);

document.body.append(container);
beforeEach(() => {
  stack.closeUpTo(Number.MAX_SAFE_INTEGER);
  vi.clearAllMocks();
});

it('keeps a dialog that opens while the user closes those before it', () => {
  open('One');
  open('Two');
  const opened: number = stage.show.mock.lastCall?.[0];
  open('Three');
  stack.closeUpTo(opened);
  expect(seen().map((each) => each.textContent)).toEqual(['Three']);
  expect(stage.show).toHaveBeenLastCalledWith(opened + 1);
  expect(stage.hide).not.toHaveBeenCalled();
});

it('keeps a dialog that another one opens as it closes', () => {
  open('One', () => open('Again'));
  stack.closeUpTo(stage.show.mock.lastCall?.[0]);
  expect(seen().map((each) => each.textContent)).toEqual(['Again']);
});

it('shows the list of plugins in front of what plugins open', () => {
  const own = stack.openOwn('Plugin', document.createElement('p'), () => {});
  open('One');
  expect(seen().map((each) => each.textContent)).toEqual(['Plugin']);
  own.close();
  expect(seen().map((each) => each.textContent)).toEqual(['One']);
});

const owner = (): Owner & { said: string[] } => {
  const said: string[] = [];
  return {
    id: 'a',
    name: 'A',
    said,
    listening: newListening(),
    report: () => {},
    limit: (it) => said.push(it),
  };
};

it('opens ten dialogs of a plugin at a time, tells of more, and opens those of others', async () => {
  const limit = limitDialogs(() => 0);
  const [one, other] = [owner(), owner()];
  const heard = vi.fn();
  for (let n = 0; n < 30; n += 1)
    openTemplateDialog(stack, limit, { title: `${n}`, body: '' }, one).then(heard);
  openTemplateDialog(stack, limit, { title: 'Other', body: '' }, other);
  await Promise.resolve();
  expect(container.childElementCount).toBe(11);
  expect(heard).toHaveBeenCalledTimes(10);
  expect(new Set(one.said)).toEqual(new Set([expect.stringContaining('more than 10 dialogs at a time')]));
  expect(other.said).toEqual([]);
});

it('opens twenty dialogs of a plugin in a minute, and more when its item is pressed', async () => {
  let now = 0;
  const limit = limitDialogs(() => now);
  const one = owner();
  const reopen = async () => (await openTemplateDialog(stack, limit, { title: 'No', body: '' }, one)).close();
  for (let n = 0; n < 20; n += 1) await reopen();
  expect(one.said).toEqual([]);
  void reopen();
  expect(one.said).toHaveLength(1);
  limit.pressed(one);
  await reopen();
  for (let n = 0; n < 19; n += 1) await reopen();
  void reopen();
  expect(one.said).toHaveLength(2);
  now += 60_001;
  await reopen();
  expect(one.said).toHaveLength(2);
});
