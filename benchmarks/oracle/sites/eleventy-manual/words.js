function addWords(eleventyConfig) {
	eleventyConfig.addCollection("words", function (collection) {
		return collection.getFilteredByTag("word");
	});
}

module.exports = { addWords };
