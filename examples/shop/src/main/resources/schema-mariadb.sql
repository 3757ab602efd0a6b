-- Korean names need it, whatever the server's default is; and ids that differ in case are two.
alter database character set utf8mb4 collate utf8mb4_bin;
