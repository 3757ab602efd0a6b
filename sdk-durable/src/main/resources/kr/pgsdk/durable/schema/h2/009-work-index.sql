create index if not exists {index}work_due on {table}work (due_at)
