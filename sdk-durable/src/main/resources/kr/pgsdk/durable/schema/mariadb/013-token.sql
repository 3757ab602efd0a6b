create table if not exists {table}token (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  account varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  token varchar(2000) not null,
  expires_at bigint not null,
  primary key (shop, account)
) engine = InnoDB default character set = utf8mb4
