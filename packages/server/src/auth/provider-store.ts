import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { App } from '../context.js';
import type { OidcRecordsTable } from '../db/index.js';

type Parts = Pick<App, 'db' | 'secrets' | 'clock'>;

/** Keeps one kind of the provider's records in the database, so that every process and restart knows them. */
class ProviderStore implements Adapter {
  readonly #parts: Parts;
  readonly #model: string;
  constructor(parts: Parts, model: string) {
    this.#parts = parts;
    this.#model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const { db, secrets, clock } = this.#parts;
    const row = {
      payload: secrets.seal('oidc-record', JSON.stringify(payload)),
      grant_id: payload.grantId ?? null,
      user_code: payload.userCode ?? null,
      uid: payload.uid ?? null,
      consumed_at: null,
      expires_at: expiresIn ? new Date(clock().getTime() + expiresIn * 1000).toISOString() : null,
    };
    await db.transaction((tx) =>
      tx
        .insertInto('oidc_records')
        .values({ model: this.#model, id, ...row })
        .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(row))
        .execute(),
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#read('id', id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#read('uid', uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#read('user_code', userCode);
  }

  async consume(id: string): Promise<void> {
    const consumedAt = Math.floor(this.#parts.clock().getTime() / 1000);
    await this.#parts.db.transaction((tx) =>
      tx
        .updateTable('oidc_records')
        .set({ consumed_at: consumedAt })
        .where('model', '=', this.#model)
        .where('id', '=', id)
        .execute(),
    );
  }

  async destroy(id: string): Promise<void> {
    await this.#parts.db.transaction((tx) =>
      tx.deleteFrom('oidc_records').where('model', '=', this.#model).where('id', '=', id).execute(),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#parts.db.transaction((tx) => tx.deleteFrom('oidc_records').where('grant_id', '=', grantId).execute());
  }

  async #read(column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> {
    const { db, clock } = this.#parts;
    const row = await db.read
      .selectFrom('oidc_records')
      .selectAll()
      .where('model', '=', this.#model)
      .where(column, '=', value)
      .executeTakeFirst();
    if (row === undefined || (row.expires_at !== null && row.expires_at <= clock().toISOString())) return undefined;
    return this.#toPayload(row);
  }

  #toPayload(row: OidcRecordsTable): AdapterPayload {
    const payload = JSON.parse(this.#parts.secrets.open('oidc-record', row.payload)) as AdapterPayload;
    return row.consumed_at === null ? payload : { ...payload, consumed: row.consumed_at };
  }
}

/** Makes the store for each kind of record. */
export const providerStore =
  (parts: Parts) =>
  (model: string): Adapter =>
    new ProviderStore(parts, model);
