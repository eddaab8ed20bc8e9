declare module 'virtual:lab-engines' {
  const list: import('../engines.ts').EngineList;
  export default list;
}

declare module '*.py?raw' {
  const source: string;
  export default source;
}
