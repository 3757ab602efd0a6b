create table if not exists {table}refund_row (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  account varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  payment_id varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  row_key varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
  amount decimal(19,4) not null,
  currency varchar(8) not null,
  state varchar(16) not null,
  refund_id varchar(32) character set utf8mb4 collate utf8mb4_bin,
  primary key (shop, account, payment_id, row_key),
  unique (shop, refund_id)
) engine = InnoDB default character set = utf8mb4
