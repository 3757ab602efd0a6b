create table if not exists {table}event (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  order_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  event_id varchar(36) not null,
  at bigint not null,
  what varchar(40) not null,
  actor varchar(60),
  detail mediumtext,
  primary key (shop, order_id, event_id)
) engine = InnoDB default character set = utf8mb4
