create table purchase (id varchar(64) primary key, price bigint not null, state varchar(16) not null);
