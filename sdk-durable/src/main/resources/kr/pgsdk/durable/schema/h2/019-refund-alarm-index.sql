create index if not exists {index}refund_alarm on {table}refund (shop, alarm, created_at)
