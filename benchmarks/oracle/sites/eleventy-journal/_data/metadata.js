export default { title: "A journal", url: "https://example.com/", language: "en" };
