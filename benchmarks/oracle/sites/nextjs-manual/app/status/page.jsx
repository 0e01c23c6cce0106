export default function Page() {
  return <main><h2 id="now">Now</h2></main>;
}
