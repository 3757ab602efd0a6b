create table if not exists {table}event (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  order_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  line bigint not null auto_increment,
  at bigint not null,
  what varchar(40) not null,
  actor varchar(60),
  detail mediumtext,
  primary key (shop, order_id, line),
  key {index}event_line (line)
) engine = InnoDB default character set = utf8mb4
