create table if not exists {table}seen (
  shop varchar(32) collate "C" not null,
  event_id varchar(250) collate "C" not null,
  at bigint not null,
  primary key (shop, event_id)
)
