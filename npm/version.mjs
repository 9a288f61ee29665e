/** Version of the package and of its data; the same as in package.json. */
export const version = "0.1.0";
