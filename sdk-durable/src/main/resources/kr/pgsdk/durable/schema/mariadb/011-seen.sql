create table if not exists {table}seen (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  event_id varchar(250) character set utf8mb4 collate utf8mb4_bin not null,
  at bigint not null,
  primary key (shop, event_id)
) engine = InnoDB default character set = utf8mb4
