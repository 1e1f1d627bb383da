create table customer_origin (
	host varchar(253) not null,
	origin varchar(512) not null,
	primary key (host, origin)
);
