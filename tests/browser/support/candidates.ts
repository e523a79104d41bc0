import { browsers } from '../harness/browser';

type Candidate = (typeof browsers)[number];

/** Both browsers, each with the reason why tests skip it, if there is one, and with that in its title. */
export const candidatesBy = (whyNot: (name: Candidate['name']) => string | undefined) =>
  browsers.map((candidate) => {
    const reason = whyNot(candidate.name);
    return { ...candidate, reason, title: candidate.name + (reason ? ` (skipped: ${reason})` : '') };
  });
