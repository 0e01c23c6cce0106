export default function Layout({ children, side }) {
  return <html lang="en"><body><nav><a href="/coast/docs/">Docs</a></nav><main>{children}</main><aside>{side}</aside></body></html>;
}
