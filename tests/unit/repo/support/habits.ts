/** Phrases that do not fit the style of CONTRIBUTING.md. What a machine cannot find is left to readers. */
export const HABITS: ReadonlyArray<{ habit: string; phrase: RegExp; use: string }> = [
  {
    habit: 'negates the noun',
    phrase: /(?<!\bthere |\bso |\bif |\bor )\b(?:is|are) no (?!longer\b|more\b)/i,
    use: '“isn’t valid JSON”',
  },
  {
    habit: 'lets software talk',
    phrase:
      /\b(?:speaks?|spoken?|hears?|heard|(?:is|are|was|been|be) told|listens? to whom|in words|without a word|(?:panel|plugin|extension|dock|console) (?:says|tells|knows|wants)|(?:does not|doesn[’']t) say)\b/i,
    use: 'sends, receives, responds, reports',
  },
  {
    habit: 'uses old words',
    phrase:
      /\b(?:leave (?:for|to reach|of)|(?:without|your|waits? for) leave|mend(?:s|ed|ing)?|tak(?:e|es|en|ing) (?:out|over|away)|brought on|set aside|written down|writes? down|stands? (?!for\b)|lies\b|la(?:id|ys?) over|anew|hence|whether it holds|one holds|let into|lets? it into|switch(?:ed|es)? (?:on|off)|people may|forgets it|all the same|again for nothing)\b/i,
    use: 'permission, fix, remove, enter, starts, turn on',
  },
  {
    habit: 'has a headless clause',
    phrase:
      /\b(?:whoever|whomever|those who|for those|of whom|what (?:was|is|has been|cannot be|can be) (?:kept|said|read|not understood|not shown|set there|built)|what was stored|what holds)\b|(?:^|\. )Who (?:has|wants|needs it) /i,
    use: 'the administrator; saved data; if you declined',
  },
  {
    habit: 'calques a reflexive or passive',
    phrase:
      /\b(?:lets? (?:itself|themselves) be|forbids? to be|is to be (?:seen|had)|given no|by (?:a|the) press|press of the icon|press(?:es|ing)? (?:the|its) icon|runs? by itself)\b/i,
    use: 'can be embedded; runs automatically; a click on the icon',
  },
  {
    habit: 'starts a fragment with a preposition',
    phrase: /(?:^|\| |[.:] )(?:Of|As in) (?:a|an|the|each|pasted|those|https?)\b/,
    use: 'for example https://…',
  },
  {
    habit: 'uses a retired term',
    phrase:
      /\b(?:one['’]s own|(?:this|that|your own|own) machine|doctor|meeting in a box|stand[- ]ins?|standing in|stands? in for|verdicts?|inspector|favourites?|seed(?:['’]s)? (?:document|plugin|snippets?)|first version of the protocol|portal page|lookout|the desk|beside the (?:page|meeting|panel)|own chat of|meeting['’]s own chat(?! button))\b/i,
    use: 'custom chat, this device, diagnostics, demo meeting, simulated plugin, result, log, version 1',
  },
  {
    habit: 'spells as the British do',
    phrase:
      /\b(?:diall(?:ed|ing|er)|colou?rs?(?<=ou.{1,2})|organi[s]ations?|recogni[s]e[ds]?|cancelled|behaviours?|neighbours?|cent(?:re)d?|licence|grey(?:s|ed)?|adverts?)\b/i,
    use: 'dialed, color, organization, recognized, canceled',
  },
  { habit: 'shouts or begs', phrase: /\p{L}!(?:\s|$)|\bplease\b/iu, use: 'a plain sentence' },
];

/** Those of them that comments and the names of tests must not have either. */
export const HABITS_IN_CODE: ReadonlyArray<{ habit: string; phrase: RegExp; use: string }> = [
  {
    habit: 'negates the noun',
    phrase: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b|earlier\b|newer\b)/i,
    use: '“isn’t a meeting frame”',
  },
  {
    habit: 'uses old words',
    phrase: /\b(?:all the same|again for nothing|one by one[’']s)\b/i,
    use: 'anyway, still, although nothing has changed',
  },
  {
    habit: 'has a headless clause',
    phrase: /\bwho(?:m|so)?ever\b/i,
    use: 'the caller, the administrator, a listener',
  },
  { habit: 'uses a retired term', phrase: /\bone[’']s own\b/i, use: 'custom chat, the user’s own message' },
];
