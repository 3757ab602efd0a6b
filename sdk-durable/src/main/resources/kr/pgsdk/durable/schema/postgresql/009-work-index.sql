create index if not exists {index}work_due on {table}work (shop, due_at)
