create index if not exists {index}payment_paid on {table}payment (shop, account, paid_at, payment_id)
