export default {
  index: 'Home',
  guide: 'Guide',
  Cases: 'Cases',
  outside: { title: 'Outside', href: 'https://example.org/' },
  state: { title: 'State', href: '/status' },
};
