create index if not exists {index}order_failing on {table}order (shop, handler_failures)
