package kr.pgsdk.examples.shop.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of gatherings and their seats. */
@Repository
class Seats {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final JdbcClient jdbc;
  private final Clock clock;

  Seats(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Gathering> gatherings() {
    return jdbc.sql("select * from shop_gathering order by place").query(this::read).list();
  }

  Optional<Gathering> gathering(String id) {
    return jdbc.sql("select * from shop_gathering where gathering_id = ?")
        .param(id)
        .query(this::read)
        .optional();
  }

  long free(Gathering gathering) {
    return jdbc.sql("select count(*) from shop_seat where gathering_id = ? and order_id is null")
        .param(gathering.id())
        .query(Long.class)
        .single();
  }

  List<Seat> of(Gathering gathering, Buyer buyer) {
    return jdbc.sql(
            """
            select s.seat, s.taken, o.buyer_id from shop_seat s
              left join shop_order o on o.order_id = s.order_id
             where s.gathering_id = ? order by s.seat
            """)
        .param(gathering.id())
        .query((row, number) -> seat(row, buyer))
        .list();
  }

  /** The buyer's booking that isn't paid yet, if there is one: it is gone on with. */
  Optional<String> openOrder(Gathering gathering, Buyer buyer) {
    return jdbc
        .sql(
            """
            select o.order_id from shop_seat s join shop_order o on o.order_id = s.order_id
             where s.gathering_id = ? and o.buyer_id = ? and o.state = 'OPEN' and s.taken = false
             order by o.created_at
            """)
        .params(gathering.id(), buyer.id())
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  /** The seat that an order has. */
  Optional<String> of(Order order) {
    return jdbc.sql("select seat from shop_seat where order_id = ?")
        .param(order.id())
        .query(String.class)
        .optional();
  }

  /** Takes a free seat for an order; false if somebody has it. */
  boolean hold(Gathering gathering, String seat, Order order) {
    return jdbc.sql(
                """
                update shop_seat set order_id = ?, taken = false
                 where gathering_id = ? and seat = ? and order_id is null
                """)
            .params(order.id(), gathering.id(), seat)
            .update()
        == 1;
  }

  void taken(Order order, boolean taken) {
    jdbc.sql("update shop_seat set taken = ? where order_id = ?")
        .params(taken, order.id())
        .update();
  }

  void free(Order order) {
    jdbc.sql("update shop_seat set order_id = null, taken = false where order_id = ?")
        .param(order.id())
        .update();
  }

  /** Frees all seats of an order but one. */
  void freeOthers(Gathering gathering, String seat, Order order) {
    jdbc.sql(
            """
            update shop_seat set order_id = null, taken = false
             where order_id = ? and not (gathering_id = ? and seat = ?)
            """)
        .params(order.id(), gathering.id(), seat)
        .update();
  }

  private Gathering read(ResultSet row, int number) throws SQLException {
    return new Gathering(
        row.getString("gathering_id"),
        row.getString("name_ko"),
        row.getString("name_en"),
        row.getString("note_ko"),
        row.getString("note_en"),
        LocalDate.ofInstant(clock.instant(), SEOUL).plusDays(row.getInt("day_offset")),
        row.getLong("deposit"));
  }

  private static Seat seat(ResultSet row, Buyer buyer) throws SQLException {
    String owner = row.getString("buyer_id");
    boolean taken = row.getBoolean("taken");
    Seat.State state;
    if (owner == null) {
      state = Seat.State.FREE;
    } else if (owner.equals(buyer.id())) {
      state = taken ? Seat.State.BOOKED : Seat.State.YOURS;
    } else {
      state = taken ? Seat.State.TAKEN : Seat.State.HELD;
    }
    return new Seat(row.getString("seat"), state);
  }
}
