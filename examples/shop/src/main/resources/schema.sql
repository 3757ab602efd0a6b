-- The shop's own tables, in SQL that H2, PostgreSQL and MariaDB share. Amounts are won; times are epoch milliseconds.
-- The tables of the payments, pay_…, are sdk-durable's.

create table if not exists shop_product (
  product_id varchar(32) primary key,
  name_ko varchar(60) not null,
  name_en varchar(60) not null,
  note_ko varchar(200) not null,
  note_en varchar(200) not null,
  price bigint not null,
  stock bigint not null,    -- on the shelf, the reserved ones too
  reserved bigint not null, -- for orders that may still be paid
  place int not null
);

create table if not exists shop_cart_line (
  buyer_id varchar(32) not null,
  product_id varchar(32) not null,
  quantity int not null,
  primary key (buyer_id, product_id)
);

create table if not exists shop_order (
  order_id varchar(64) primary key,
  buyer_id varchar(32) not null,
  kind varchar(16) not null,        -- GOODS POINTS BOOKING
  title varchar(100) not null,
  total bigint not null,            -- what it is worth
  points bigint not null,           -- of that, paid by points
  price bigint not null,            -- of that, paid at the gateway
  account varchar(32) not null,     -- the gateway that the buyer chose
  method varchar(16) not null,      -- CARD VIRTUAL_ACCOUNT
  state varchar(16) not null,       -- OPEN AWAITING PAID HELD REFUNDED ENDED
  receiver varchar(30) not null,
  address varchar(120),
  payment_id varchar(200),          -- the payment that pays it
  captured bigint not null,         -- at the gateway, over all its payments
  returned bigint not null,
  price_returned bigint not null,   -- what of the price went back
  points_returned bigint not null,
  settled boolean not null,         -- whether an ended order is closed for the gateway too
  asking_since bigint,              -- a payment came, and the gateway couldn't tell its outcome
  created_at bigint not null,
  expires_at bigint not null
);

create index if not exists shop_order_buyer on shop_order (buyer_id, created_at);
create index if not exists shop_order_due on shop_order (state, settled, expires_at);
create index if not exists shop_order_created on shop_order (created_at);

create table if not exists shop_order_line (
  order_id varchar(64) not null,
  product_id varchar(32) not null,
  quantity int not null,
  unit_price bigint not null,
  primary key (order_id, product_id)
);

create table if not exists shop_refund (
  refund_id varchar(32) primary key,
  order_id varchar(64) not null,
  card bigint not null,             -- goes back through the gateway, first
  points bigint not null,           -- goes back as points, once the gateway's part is done
  reason varchar(100) not null,
  asked_by varchar(60) not null,
  state varchar(16) not null,       -- ASKED DONE GIVEN_UP
  asked_at bigint not null
);

create index if not exists shop_refund_order on shop_refund (order_id);

create table if not exists shop_points (
  buyer_id varchar(32) primary key,
  balance bigint not null
);

create table if not exists shop_points_entry (
  entry_id varchar(100) primary key, -- what it is for, so that nothing is booked twice
  buyer_id varchar(32) not null,
  order_id varchar(64) not null,
  what varchar(16) not null,         -- CHARGED HELD RELEASED RETURNED REVOKED
  amount bigint not null,
  at bigint not null
);

create index if not exists shop_points_entry_buyer on shop_points_entry (buyer_id, at);

create table if not exists shop_gathering (
  gathering_id varchar(32) primary key,
  name_ko varchar(60) not null,
  name_en varchar(60) not null,
  note_ko varchar(200) not null,
  note_en varchar(200) not null,
  day_offset int not null,           -- days from today: the demo never gets old
  deposit bigint not null,
  place int not null
);

create table if not exists shop_seat (
  gathering_id varchar(32) not null,
  seat varchar(8) not null,
  order_id varchar(64),              -- whose it is, or null
  taken boolean not null,            -- paid for; else it is held while the buyer pays
  primary key (gathering_id, seat)
);

create index if not exists shop_seat_order on shop_seat (order_id);
