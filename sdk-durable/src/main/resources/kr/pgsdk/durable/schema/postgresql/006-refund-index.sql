create index if not exists {index}refund_order on {table}refund (shop, order_id)
