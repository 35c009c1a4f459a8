/** So much of the XML library as a feed needs: a module of its own, so that a bundler leaves the rest out of what it loads. */
export { XMLParser, XMLValidator } from "fast-xml-parser";
