create table if not exists {table}seen (
  shop varchar(32) not null,
  event_id varchar(250) not null,
  at bigint not null,
  primary key (shop, event_id)
)
