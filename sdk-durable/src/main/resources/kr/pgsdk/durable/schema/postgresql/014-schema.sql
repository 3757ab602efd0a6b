create table if not exists {table}schema (
  version int not null,
  primary key (version)
)
