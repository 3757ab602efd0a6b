create table if not exists {table}payment (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  account varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  payment_id varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  order_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  price decimal(19,4) not null,
  currency varchar(8) not null,
  role varchar(16) not null,
  status varchar(24) not null,
  outcome varchar(24) not null,
  cancelled decimal(19,4) not null,
  balance decimal(19,4) not null,
  paid_at bigint,
  due_at bigint,
  seen_at bigint not null,
  primary key (shop, account, payment_id),
  key {index}payment_order (shop, order_id),
  key {index}payment_paid (shop, account, paid_at, payment_id)
) engine = InnoDB default character set = utf8mb4
