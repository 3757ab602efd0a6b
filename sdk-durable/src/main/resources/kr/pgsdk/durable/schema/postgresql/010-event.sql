create table if not exists {table}event (
  shop varchar(32) collate "C" not null,
  order_id varchar(64) collate "C" not null,
  event_id varchar(36) not null,
  at bigint not null,
  what varchar(40) not null,
  actor varchar(60),
  detail text,
  primary key (shop, order_id, event_id)
)
