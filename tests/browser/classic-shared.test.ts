import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';
import { commit, expectSiblingWell, expectTold, said } from './support/rude';

/** What all plugins share: one document, one PEX, one meeting. A rude one has it to itself no longer. */
let fixture: ClassicFixture;
let here: ClassicMeeting;
beforeAll(async () => {
  fixture = await createClassicFixture('tests/fixtures/classic/rude');
  here = await fixture.join();
  await here.webapp3.see('button', 'Still here');
});
afterAll(() => fixture?.close());

test('a plugin that adds what is missing is not told of', async () => {
  await commit(here, 'addMissing');
  await expectSiblingWell(here);
  expect(await said(here, 'rude')).toMatch(/version 1For a testOn$/);
});

test('a style sheet hides no list of plugins', async () => {
  await commit(here, 'hidePage');
  await expectSiblingWell(here);
  expect(await said(here, 'rude')).toMatch(/version 1For a testOn$/);
});

test.each([
  ['refresh', 'it navigates its page elsewhere'],
  ['writeByPrototype', 'it writes over its document'],
  ['emptyPage', 'it removed parts of the page that all plugins share'],
  ['removePage', 'it removed parts of the page that all plugins share'],
  ['replacePex', 'it replaces a part of PEX'],
  ['replaceCalls', 'it replaces a part of PEX'],
  ['moveBase', 'it changes the base URL of its page'],
  ['registerAsSibling', 'it registers the id "sibling", but its files say "rude"'],
  ['registerAgain', 'it registers more than once'],
  ['emptyLists', 'a promise failed: emptied'],
  ['extendAll', 'a promise failed: extended'],
  ['replaceFunctions', 'it replaces BroadcastChannel.prototype.postMessage'],
  ['stopLoading', 'it stops its page from loading'],
  ['writeParent', 'misbehave threw: SecurityError'],
  ['removeFrame', 'misbehave threw: TypeError'],
  ['replaceStreams', 'it replaces PEX.actions$.ofType'],
  ['requestFlood', 'it sends more than 300 requests in a minute'],
  ['sendNode', 'sendRequest("lock") was refused: it cannot be sent'],
  ['breakState', 'state$ threw: Error: no label'],
  ['noticeFlood', 'it shows more than 20 notices in 10 seconds'],
])('%s is told, and costs no other plugin anything', (deed, sentence) => expectTold(here, deed, sentence));

test('errors without end are told as far as anybody reads', async () => {
  await commit(here, 'errorFlood');
  await expectSiblingWell(here);
  const text = await said(here, 'rude');
  expect(text).toContain('Error 1 ');
  expect(text).not.toContain('Error 299 ');
});

test('dialogs without end can be closed, and never cover the list of plugins', async () => {
  await commit(here, 'dialogFlood');
  await here.webapp3.see('heading', 'Plugins');
  await expectSiblingWell(here);
  expect(await said(here, 'rude')).toContain('it opens more than 10 dialogs at a time');
});

test('the language is kept, and what a plugin replaces of it is told', () =>
  expectTold(here, 'replaceLanguage', 'it replaces Array.from'));

test('none of it is told of the sibling', async () => {
  expect(await said(here, 'sibling')).toMatch(/version 1For a testOn$/);
});

test('a label that never rests leaves the meeting time for its own buttons', async () => {
  await commit(here, 'restless');
  await expectSiblingWell(here);
  expect(await said(here, 'rude')).toContain('On, runs in part');
});
