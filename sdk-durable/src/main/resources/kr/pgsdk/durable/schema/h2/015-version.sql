insert into {table}schema (version) select 1 where not exists (select 1 from {table}schema)
