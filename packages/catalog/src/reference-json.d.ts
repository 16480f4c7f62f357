declare module '*/reference/regions.json' {
  const rows: readonly import('./reference.js').Region[];
  export default rows;
}
declare module '*/reference/villages.json' {
  const rows: readonly import('./reference.js').Village[];
  export default rows;
}
