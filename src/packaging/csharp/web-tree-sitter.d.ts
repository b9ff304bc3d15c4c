declare module '*/web-tree-sitter.cjs' {
  const library: typeof import('web-tree-sitter');
  export default library;
}
