create table if not exists {table}work (
  shop varchar(32) collate "C" not null,
  kind varchar(8) not null,
  subject varchar(64) collate "C" not null,
  due_at bigint,
  hints bigint not null,
  hinted varchar(2000) collate "C",
  fence bigint not null,
  lease_until bigint not null,
  owner varchar(60),
  tries int not null,
  primary key (shop, kind, subject)
)
