create table if not exists {table}work (
  shop varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  kind varchar(8) not null,
  subject varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  due_at bigint,
  hints bigint not null,
  hinted varchar(2000) character set utf8mb4 collate utf8mb4_bin,
  fence bigint not null,
  lease_until bigint not null,
  owner varchar(60),
  tries int not null,
  primary key (shop, kind, subject),
  key {index}work_due (shop, due_at)
) engine = InnoDB default character set = utf8mb4
