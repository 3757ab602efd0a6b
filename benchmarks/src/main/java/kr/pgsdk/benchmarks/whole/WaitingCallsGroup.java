package kr.pgsdk.benchmarks.whole;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Mode;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.Turns;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** What ten thousand calls take of the heap while a slow gateway lets them wait. */
public final class WaitingCallsGroup implements Group {
  private static final String FRESH = "heap of a waiting call, fresh process";
  private static final String WARM = "heap of a waiting call, all code compiled";
  private static final List<String> SIDES = List.of("SDK", "FLOOR");

  /** So many of them pass until the JIT has compiled all that a call does; found by trying. */
  private static final int WAVES = 14;

  /** Files and sockets that a process has besides the callers' connections. */
  private static final int OTHER_HANDLES = 500;

  @Override
  public String name() {
    return "ten thousand calls that wait";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    int callers = plan.mode().pick(20, 10_000, 10_000);
    Optional<Jvm> jvm = Jvm.withVirtualThreads();
    String text = Rows.callers(callers, jvm);
    List<Row> rows = new ArrayList<>();
    for (Gateway gateway : Gateway.values()) {
      if (plan.wants(FRESH, gateway.toString(), text)) {
        rows.add(measure(plan, FRESH, gateway, jvm, callers, 0));
      }
      if (plan.mode() == Mode.FULL && plan.wants(WARM, gateway.toString(), text)) {
        rows.add(measure(plan, WARM, gateway, jvm, callers, WAVES));
      }
    }
    return rows;
  }

  private static Row measure(
      Plan plan, String what, Gateway gateway, Optional<Jvm> jvm, int callers, int waves)
      throws Exception {
    String text = Rows.callers(callers, jvm);
    if (jvm.isEmpty()) {
      return Row.notMeasured(what, gateway.toString(), text, Rows.NO_VIRTUAL_THREADS);
    }
    if (handles() < callers + OTHER_HANDLES) {
      return Row.notMeasured(
          what, gateway.toString(), text, "at most " + handles() + " open files (ulimit -n)");
    }
    List<List<Double>> bytes = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < plan.mode().pick(2, 4, 8); i++) {
      int turn = Turns.whose(i, 2);
      // A new one each time, for the connections of the one before take a while to end there.
      try (ServerProcess server = ServerProcess.start()) {
        bytes
            .get(turn)
            .addAll(
                Rows.of(
                    jvm.get()
                        .run(
                            server.control(),
                            WaitingCalls.class,
                            SIDES.get(turn),
                            gateway.name(),
                            callers,
                            waves),
                    "bytes"));
      }
    }
    return new Row(
        what,
        gateway.toString(),
        text,
        Figure.number(Figure.median(bytes.get(0))) + " bytes",
        Figure.number(Figure.median(bytes.get(1))) + " bytes floor",
        Figure.ratio(bytes.get(0), bytes.get(1)),
        Aim.atMost(1.2));
  }

  private static long handles() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getMaxFileDescriptorCount();
  }
}
