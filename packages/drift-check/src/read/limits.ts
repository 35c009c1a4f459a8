/** The largest body, line or file that is read, in bytes. */
export const maxBodyBytes: number = 256 * 1024 * 1024;
