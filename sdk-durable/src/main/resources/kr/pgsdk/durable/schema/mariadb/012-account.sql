create table if not exists {table}account (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  account varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  fingerprint varchar(64) not null,
  primary key (shop, account)
) engine = InnoDB default character set = utf8mb4
