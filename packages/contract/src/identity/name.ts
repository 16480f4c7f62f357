/** Hides a name but for the first letter of each word: `I Made Surya` becomes `I M••• S••••`. */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(maskWord)
    .join(' ');
}

// Combining marks belong to the letter before them; counting them would show half a letter.
function maskWord(word: string): string {
  const letters = word.match(/\P{M}\p{M}*/gu) ?? [];
  return (letters[0] ?? '•') + '•'.repeat(Math.max(0, letters.length - 1));
}
