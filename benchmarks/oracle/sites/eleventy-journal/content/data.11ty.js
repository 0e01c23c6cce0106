export default class {
	data() {
		return { permalink: "/data.json", eleventyExcludeFromCollections: true };
	}
	render() {
		return "{}";
	}
}
