create index if not exists {index}payment_misplaced on {table}payment (shop, role, balance)
