import { describe, expect, it } from 'vitest';
import { OBSTACLES } from '../../../../plugin/classic/obstacles/obstacles';
import { outlookOf } from '../../../../plugin/classic/obstacles/outlook';

const obstaclesOf = (script: string) => outlookOf(script).obstacles;

describe('a look at a source file, by whatever names it calls the page', () => {
  it.each([
    ['a text in pieces', "document['getElement' + 'ById']('main' + 'Vi' + 'deo')", 'video'],
    ['a text in pieces and lines', 'document.getElementById("main" +\n  "Video")', 'video'],
    ['a name in brackets', 'document["getElementById"]("toolbar-audio")', 'page'],
    ['another name for the page', 'var d = document; d.getElementById("toolbar-audio")', 'page'],
    ['another name for a part of the page', 'const w = window, l = w.location; l.href = "a"', 'leaves'],
    ['a part taken out', 'const { location: place } = window; place.href = "a"', 'leaves'],
    ['a function taken out', 'const { confirm: ask } = window; if (ask("Sure?")) go()', 'questions'],
    [
      'a function of the plugin’s',
      'const byId = id => document.getElementById(id); byId("mainVideo")',
      'video',
    ],
    ['an old one', 'function $(id) { return document.getElementById(id); }\n$("mainVideo")', 'video'],
    ['jQuery', '$("#toolbar-audio").hide()', 'page'],
    ['a constant', 'const BUTTON = "toolbar-audio";\ndocument.getElementById(BUTTON)', 'page'],
    [
      'an id that the user chooses',
      'const html = `<option value="mainVideo">`; document.getElementById(choice.value)',
      'video',
    ],
  ] as const)('finds what it uses by %s', (_, script, obstacle) => {
    expect(obstaclesOf(script)).toContain(OBSTACLES[obstacle]);
  });

  it.each([
    ['a name that stands for two things', 'var e = document; function f(e) { e.location = 1; }'],
    ['a name that is given twice', 'var d = document; d = dialog; d.open("a")'],
    ['the document of another window', 'const page = window.openIt(); page.document.write("a")'],
    ['an option of its own', 'options["location"] = "a"'],
    ['texts beside each other', 'const a = "mainVideo"; show("it is " + a + " of " + b)'],
  ])('makes nothing of %s', (_, script) => {
    expect(obstaclesOf(script)).toEqual([]);
  });

  it('names the obstacle first that keeps a plugin from its work', () => {
    const [first] = obstaclesOf('history.back(); document.getElementById("mainVideo")');
    expect(first).toBe(OBSTACLES.video);
  });

  it.each([
    'window.PEX.pluginAPI.getPluginMenuItem(a, b).hide()',
    'const api = PEX.pluginAPI; api.getPluginMenuItem(a, b)',
  ])('names a function that the guides do not have, in %s', (script) => {
    expect(obstaclesOf(script)).toEqual([
      'it calls getPluginMenuItem of the plugin API, which Pexip’s guides do not have.',
    ]);
  });

  it.each([
    [
      'PARTICIPANT_UPDATE_SUCCESS',
      ['it waits for "PEX.actions.PARTICIPANT_UPDATE_SUCCESS", which Web App 3 does not report.'],
    ],
    ['SELECT_EVENT', ['it waits for "[Conference] Select Event", which Web App 3 does not report.']],
    ['RECEIVE_CHAT_MESSAGE', []],
  ])('knows whether PEX.actions.%s comes', (name, sentences) => {
    expect(obstaclesOf(`PEX.actions$.ofType(PEX.actions.${name})`)).toEqual(sentences);
  });

  const dispatch = (word: string) => `PEX.dispatchAction({ type: '[Conference] ${word} Camera' })`;
  it.each([
    ['follows', `if (p.isVideoMuted) { ${dispatch('Mute')} } else { ${dispatch('Unmute')} }`, []],
    ['follows', `if (!p.isVideoMuted) ${dispatch('Unmute')}; else ${dispatch('Mute')}`, []],
    ['changes', `if (p.isVideoMuted) ${dispatch('Unmute')}; else ${dispatch('Mute')}`, [OBSTACLES.devices]],
    ['changes', dispatch('Mute'), [OBSTACLES.devices]],
  ])('tells a plugin that %s the camera apart: %s', (_, script, sentences) => {
    expect(obstaclesOf(script)).toEqual(sentences);
  });

  it('reads scripts of any length and form', () => {
    for (const sign of [
      '"" + ',
      "'a'+",
      'a["b"]',
      'var a = document;',
      'const {a} = window;',
      '(id) => ',
      '\n',
      '{',
    ])
      expect(() => outlookOf(sign.repeat(20_000))).not.toThrow();
  });
});
