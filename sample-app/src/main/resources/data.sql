insert into customer_origin (host, origin) values ('a.localhost', 'https://shop-of-a.example');
insert into customer_origin (host, origin) values ('b.localhost', 'https://shop-of-b.example');
