/** What was typed under a name, trimmed; empty for what is missing or a file. */
export function typed(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** An answer that is a text; empty for anything else. */
export function asText(answer: unknown): string {
  return typeof answer === 'string' ? answer : '';
}
