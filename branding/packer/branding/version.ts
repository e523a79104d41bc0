/** The version that our plugin logs when it has loaded: `plugin: external-chat loaded v0.1.0`. */
export function versionInPlugin(script: string): string | undefined {
  return /external-chat loaded v(\d+\.\d+\.\d+(?:-[\w.]+)?)/.exec(script)?.[1];
}
