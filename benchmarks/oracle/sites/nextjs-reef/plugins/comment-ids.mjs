// Gives a heading the id that a comment at its end names: ## Words {/*id*/}
export default function commentIds() {
  return (tree) => {
    for (const node of tree.children) {
      const last = node.type === 'heading' ? node.children.at(-1) : null;
      const found = last && last.type === 'mdxTextExpression' && /^\/\*(.*)\*\/$/.exec(last.value);
      if (found) {
        node.children.pop();
        node.data = { ...node.data, hProperties: { id: found[1].trim() } };
      }
    }
  };
}
