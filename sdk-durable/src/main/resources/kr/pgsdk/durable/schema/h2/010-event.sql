create table if not exists {table}event (
  shop varchar(32) not null,
  order_id varchar(64) not null,
  line bigint generated always as identity,
  at bigint not null,
  what varchar(40) not null,
  actor varchar(60),
  detail varchar(100000),
  primary key (shop, order_id, line)
)
