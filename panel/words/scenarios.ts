import { words } from '../../locales/words';

/** What is said of scenario files, and of running them. */
export const SCENARIO_WORDS = words('scenarios', {
  problems: {
    noJson: 'This is no JSON: {why}',
    noObject: 'A scenario is a JSON object with version, name and steps.',
    tooLarge: 'The file is too large for a scenario: at most 500 kB.',
    version: 'version must be {known}, the version of the format that is known here.',
    atTop: 'The scenario’s {problem}.',
    unknownAtTop: 'The scenario has a field that is not known: {field}. Take it out.',
    noSteps: 'steps must be a list with at least one step.',
    tooManySteps: 'There are too many steps: at most {limit}.',
    step: 'Step {position}: {problem}',
    namedStep: 'Step {position} ({name}): {problem}',
    noStepObject: 'a step is an object with name and do.',
    noKind: 'do must be one of {kinds}.',
    unknownField: '{field} is no field of {kind}, which has {known}.',
    otherSpeaker: '{message} is never said by the {speaker}, who says {known}.',
    onlyWith: '{field} has a meaning only with the state {state}.',
    noCall: 'no step before this one dials the call {call}.',
    noCallAmong: 'no step before this one dials the call {call} (dialled so far: {dialled}).',
    sameCall: 'another step dials a call {call} already: give this one a name in call.',
    noVariables: 'variables must be an object of names and texts.',
    variableName:
      'The name of the variable {name} must be letters, digits, - and _, beginning with a letter.',
    variableText: 'The variable {name} must be text; a number, too, is written as text.',
    notAVariable: 'The scenario has no variable {name}; it has {known}.',
    notAVariableAtAll: 'The scenario has no variable {name}; it has none.',
    noVariable: '{place} is not among the variables: add it there, with a default.',
  },
});
