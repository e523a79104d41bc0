// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createMeetings } from '../../../peer/meetings';

afterEach(() => document.body.replaceChildren());

/** The ids of the frames, in the order of the list, after they were found in this order. */
function listed(found: readonly string[], roots: readonly ParentNode[] = [document]): string[] {
  const meetings = createMeetings(window, 1);
  for (const id of found) {
    const element = roots.map((root) => root.querySelector<HTMLObjectElement>(`#${id}`)).find(Boolean);
    if (element) meetings.findOrAdd({ element });
  }
  return meetings.list().map(({ place }) => place.element?.id ?? '');
}

function shadowOf(root: ParentNode, id: string, mode: ShadowRootMode): ShadowRoot {
  const host = root.querySelector(`#${id}`);
  if (!host) throw new Error(`There is no #${id}.`);
  return host.attachShadow({ mode });
}

const frame = (id: string) => `<object id="${id}"></object>`;

describe('meetings of one rank', () => {
  it('are listed as they stand on the page, whichever was found first', () => {
    document.body.innerHTML = `${frame('a')}<div>${frame('b')}</div>${frame('c')}`;
    for (const found of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
      expect(listed([...found])).toEqual(['a', 'b', 'c']);
  });

  it('are where their outermost shadow host stands, and in its order within one root', () => {
    document.body.innerHTML = `${frame('a')}<div id="one"></div><div id="two"></div>${frame('e')}`;
    const one = shadowOf(document, 'one', 'closed');
    one.innerHTML = `${frame('b')}${frame('c')}`;
    const two = shadowOf(document, 'two', 'open');
    two.innerHTML = '<p><i id="inner"></i></p>';
    const inner = shadowOf(two, 'inner', 'closed');
    inner.innerHTML = frame('d');
    expect(listed([...'edcba'], [document, one, inner])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('come behind one that the page names', () => {
    document.body.innerHTML = `${frame('a')}${frame('webapp3')}${frame('c')}`;
    expect(listed(['c', 'webapp3', 'a'])).toEqual(['webapp3', 'a', 'c']);
  });
});
