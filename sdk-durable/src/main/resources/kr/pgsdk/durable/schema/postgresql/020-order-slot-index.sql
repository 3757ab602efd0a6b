create index if not exists {index}order_slot on {table}order (shop, slot_since)
