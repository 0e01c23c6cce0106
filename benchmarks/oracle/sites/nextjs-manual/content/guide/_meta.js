export default { start: 'Start here', deep: { title: 'Deep', display: 'children' }, unlisted: { display: 'hidden' } };
