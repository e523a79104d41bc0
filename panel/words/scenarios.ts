/** What is said of scenario files, and of running them. */
export const SCENARIO_WORDS = {
  problems: {
    noJson: (why: string) => `This is no JSON: ${why}`,
    noObject: 'A scenario is a JSON object with version, name and steps.',
    tooLarge: 'The file is too large for a scenario: at most 500 kB.',
    version: (known: number) => `version must be ${known}, the version of the format that is known here.`,
    atTop: (problem: string) => `The scenario’s ${problem}.`,
    unknownAtTop: (field: string) => `The scenario has a field that is not known: ${field}. Take it out.`,
    noSteps: 'steps must be a list with at least one step.',
    tooManySteps: (limit: number) => `There are too many steps: at most ${limit}.`,
    step: (position: number, name: string, problem: string) =>
      `Step ${position}${name && ` (${name})`}: ${problem}`,
    noStepObject: 'a step is an object with name and do.',
    noKind: (kinds: string) => `do must be one of ${kinds}.`,
    unknownField: (field: string, kind: string, known: string) =>
      `${field} is no field of ${kind}, which has ${known}.`,
    otherSpeaker: (message: string, speaker: string, known: string) =>
      `${message} is never said by the ${speaker}, who says ${known}.`,
    onlyWith: (field: string, state: string) => `${field} has a meaning only with the state ${state}.`,
    noCall: (call: string, dialled: string) =>
      `no step before this one dials the call ${call}${dialled && ` (dialled so far: ${dialled})`}.`,
    sameCall: (call: string) => `another step dials a call ${call} already: give this one a name in call.`,
    noVariables: 'variables must be an object of names and texts.',
    variableName: (name: string) =>
      `The name of the variable ${name} must be letters, digits, - and _, beginning with a letter.`,
    variableText: (name: string) => `The variable ${name} must be text; a number, too, is written as text.`,
    notAVariable: (name: string, known: string) =>
      `The scenario has no variable ${name}; it has ${known || 'none'}.`,
    noVariable: (name: string) => `\${${name}} is not among the variables: add it there, with a default.`,
  },
};
