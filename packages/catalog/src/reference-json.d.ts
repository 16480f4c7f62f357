declare module '*/reference/regions.json' {
  const rows: readonly import('./reference.js').Region[];
  export default rows;
}
declare module '*/reference/villages.json' {
  const rows: readonly import('./reference.js').Village[];
  export default rows;
}
declare module '*/reference/holidays.json' {
  const rows: readonly import('./reference.js').DatedHoliday[];
  export default rows;
}
declare module '*/reference/lists.json' {
  const lists: Readonly<Record<string, readonly import('@e-sewaka/contract').Option[]>>;
  export default lists;
}
