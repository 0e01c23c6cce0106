"""MDX: Markdown with imports, expressions and JSX. These are found first and masked at equal length; what is left is
Markdown, and what was masked gives links, ids, headings, includes and comments of its own."""
