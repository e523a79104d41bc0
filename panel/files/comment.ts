/** Whether a line is for people: `# Second floor`, `// later`. A code such as `#31#` is dialed. */
export const isComment = (line: string): boolean => /^\s*(?:\/\/|#+(?:\s|$)|#(?![\d*#+]))/.test(line);
