create index if not exists {index}refund_ended on {table}refund (shop, account, ended_at, refund_id)
