export default function Side() {
  return null;
}
