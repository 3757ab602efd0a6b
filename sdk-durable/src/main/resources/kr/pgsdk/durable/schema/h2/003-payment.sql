create table if not exists {table}payment (
  shop varchar(32) not null,
  account varchar(32) not null,
  payment_id varchar(200) not null,
  order_id varchar(64) not null,
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
  primary key (shop, account, payment_id)
)
