const markdownIt = require("markdown-it");
const anchor = require("markdown-it-anchor");
const attributes = require("markdown-it-attrs");
const notes = require("markdown-it-footnote");
const { addWords } = require("./words.js");

const STATIC = "static";

module.exports = function (eleventyConfig) {
	eleventyConfig.setLibrary("md", markdownIt({ html: true, linkify: true }).use(attributes).use(notes).use(anchor));
	eleventyConfig.addPassthroughCopy("pages/assets");
	eleventyConfig.addPassthroughCopy({ [STATIC]: "/" });
	eleventyConfig.addPassthroughCopy("pages/*.txt");
	eleventyConfig.addLayoutAlias("page", "frame.liquid");
	eleventyConfig.addCollection("news", (collection) => collection.getFilteredByGlob("pages/posts/*.md"));
	addWords(eleventyConfig);
	return { pathPrefix: "/manual/", markdownTemplateEngine: "liquid", dir: { layouts: "_includes" } };
};
