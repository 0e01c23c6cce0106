import { HtmlBasePlugin } from "@11ty/eleventy";
import markdownIt from "markdown-it";
import anchor from "markdown-it-anchor";

export default function (eleventyConfig) {
	const markdown = markdownIt({ html: true, typographer: true });
	markdown.use(anchor, { slugify: (text) => "s-" + text.length });
	eleventyConfig.setLibrary("md", markdown);
	eleventyConfig.addPlugin(HtmlBasePlugin);
	eleventyConfig.addPassthroughCopy("src/pictures");
	eleventyConfig.addPassthroughCopy({ "src/static": "." });
	eleventyConfig.setUseGitIgnore(true);
	return {
		pathPrefix: "/atlas/",
		dir: { input: "src" },
		markdownTemplateEngine: "njk",
		htmlTemplateEngine: "njk",
	};
}
