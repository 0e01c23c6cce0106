import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import pluginNavigation from "@11ty/eleventy-navigation";

export default async function (eleventyConfig) {
	eleventyConfig.addPreprocessor("drafts", "*", (data) => {
		if (data.draft && process.env.ELEVENTY_RUN_MODE === "build") {
			return false;
		}
	});
	eleventyConfig
		.addPassthroughCopy({ "./public/": "/" })
		.addPassthroughCopy("./content/feed/style.xsl");

	eleventyConfig.addPlugin(pluginNavigation);
	eleventyConfig.addPlugin(HtmlBasePlugin);
	eleventyConfig.addPlugin(InputPathToUrlTransformPlugin);
	eleventyConfig.addPlugin(IdAttributePlugin);
	// eleventyConfig.ignores.add("content/about.md");
	eleventyConfig.ignores.add("content/secret.md");

	eleventyConfig.addFilter("withoutKinds", (tags) => tags.filter((tag) => !["all", "posts"].includes(tag)));
}

export const config = {
	templateFormats: ["md", "njk", "html", "liquid", "11ty.js"],
	markdownTemplateEngine: "njk",
	htmlTemplateEngine: "njk",
	dir: { input: "content", includes: "../_includes", data: "../_data", output: "_site" },
};
