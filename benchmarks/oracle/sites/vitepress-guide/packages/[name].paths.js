export default { paths: () => [{ params: { name: 'anchor' } }, { params: { name: 'sail' } }] }
