create index if not exists {index}order_updated on {table}order (updated_at)
