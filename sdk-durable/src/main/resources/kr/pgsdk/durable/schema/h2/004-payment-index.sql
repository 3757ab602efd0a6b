create index if not exists {index}payment_order on {table}payment (shop, order_id)
