export default () => <p>code</p>
