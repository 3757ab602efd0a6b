create table if not exists {table}event (
  shop varchar(32) collate "C" not null,
  order_id varchar(64) collate "C" not null,
  line bigint generated always as identity,
  at bigint not null,
  what varchar(40) not null,
  actor varchar(60),
  detail text,
  primary key (shop, order_id, line)
)
