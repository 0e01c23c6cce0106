export default function Missing() {
  return <h1>Nothing here</h1>;
}
