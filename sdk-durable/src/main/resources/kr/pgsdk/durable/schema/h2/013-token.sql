create table if not exists {table}token (
  shop varchar(32) not null,
  account varchar(32) not null,
  token varchar(2000) not null,
  expires_at bigint not null,
  primary key (shop, account)
)
