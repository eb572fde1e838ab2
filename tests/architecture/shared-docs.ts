import ts from 'typescript';

/** Exported functions of a TypeScript text that have no docstring, by name. */
export function findUndocumented(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !isExported(statement) || isDocumented(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) return isSecondOverload(statement) ? [] : [statement.name?.text ?? 'default'];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.filter(isFunction).map(({ name }) => name.getText(source));
    return [];
  });
}

function isExported(statement: ts.HasModifiers): boolean {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isDocumented(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined);
}

/** Of overloads the first speaks for all. */
function isSecondOverload(statement: ts.FunctionDeclaration): boolean {
  const siblings = (statement.parent as ts.SourceFile).statements;
  const before = siblings[siblings.indexOf(statement) - 1];
  return (
    before !== undefined &&
    ts.isFunctionDeclaration(before) &&
    before.name?.text === statement.name?.text &&
    before.body === undefined
  );
}

function isFunction({ initializer }: ts.VariableDeclaration): boolean {
  return initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
}

/** Codes that a text can hand out for a field: of `code: '…'`, of `…Code` types, and zod messages that look like codes. */
export function findCodes(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const codes = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const code of codesAt(node)) codes.add(code);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...codes].filter((code) => /^[a-z]+(-[a-z]+)*$/.test(code)).sort();
}

function codesAt(node: ts.Node): string[] {
  if (ts.isPropertyAssignment(node) && ['code', 'message'].includes(node.name.getText())) return literals(node.initializer);
  if (ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('Code')) return literals(node.type);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'regex')
    return node.arguments.slice(1).flatMap(literals);
  return [];
}

/** String literals of an expression or type: itself, the branches of a choice, the members of a union. */
function literals(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isLiteralTypeNode(node)) return literals(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(literals);
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return [];
}
