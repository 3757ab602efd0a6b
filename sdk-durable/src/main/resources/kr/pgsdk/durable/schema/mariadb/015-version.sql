insert into {table}schema (version) select 1 from dual where not exists (select 1 from {table}schema)
