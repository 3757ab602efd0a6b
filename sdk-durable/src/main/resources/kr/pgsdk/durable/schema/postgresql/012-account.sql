create table if not exists {table}account (
  shop varchar(32) collate "C" not null,
  account varchar(32) collate "C" not null,
  fingerprint varchar(64) not null,
  primary key (shop, account)
)
