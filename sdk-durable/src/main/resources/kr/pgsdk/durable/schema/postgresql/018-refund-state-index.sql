create index if not exists {index}refund_state on {table}refund (shop, state, created_at)
