/** Settings of one server process, read and checked once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly databaseUrl?: string | undefined;
  readonly demo: boolean;
  readonly secret: string;
  readonly publicUrl: string;
}
