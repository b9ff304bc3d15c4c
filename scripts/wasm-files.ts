/**
 * The C# parser, below `node_modules`. It lies beside the code that loads it: ncc would read it as text and break it, and
 * people who install the package need not have the grammar's sources.
 */
export const wasmFiles = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'];
