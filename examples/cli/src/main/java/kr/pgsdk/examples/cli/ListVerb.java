package kr.pgsdk.examples.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that lists rows: each is written as it comes, however many there are. */
abstract class ListVerb<T> extends Verb {
  private final Pg pg;

  @Option(
      names = "--csv",
      description = "Print CSV for spreadsheets, in UTF-8. With --json: one object for each row.")
  private boolean csv;

  private @Nullable RowWriter<T> begun;

  ListVerb(Pg pg, Gateway gateway) {
    super(pg, gateway);
    this.pg = pg;
  }

  /** What a row has. */
  abstract List<Column<T>> columns();

  /** Returns the rows, which are fetched as they are read. */
  abstract Stream<T> rows(PaymentGateway open);

  /** What people are told of a list without rows. */
  String nothing() {
    return "nothing in this time";
  }

  /** How the process ends after a whole list. */
  int exitCode(long rows) {
    return ExitCode.DONE;
  }

  @Override
  final Report execute(PaymentGateway open) {
    RowWriter<T> writer = new RowWriter<>(pg.terminal(), form(), columns(), nothing());
    boolean complete = false;
    boolean written = true;
    try (Stream<T> rows = rows(open)) {
      Iterator<T> each = rows.iterator();
      boolean more = each.hasNext(); // a refusal comes before the heads of the columns
      begun = writer;
      written = writer.begin();
      while (more && written) {
        written = writer.write(each.next());
        more = written && each.hasNext();
      }
      complete = true;
    } finally {
      writer.end(complete);
    }
    if (!written || pg.terminal().out().checkError()) {
      pg.terminal().err().println("pg: the list is not complete: its output is closed or full");
      return new Report.Written(ExitCode.NOT_EXECUTED);
    }
    return new Report.Written(exitCode(writer.count()));
  }

  @Override
  final List<String> soFar() {
    return begun == null
        ? List.of()
        : List.of("The list is not complete: it broke off after " + begun.count() + " rows.");
  }

  private RowWriter.Form form() {
    boolean json = pg.options().json();
    if (csv && json) {
      throw new IllegalArgumentException("give --csv or --json, one of the two");
    }
    if (csv) {
      return RowWriter.Form.CSV;
    }
    return json ? RowWriter.Form.JSON : RowWriter.Form.TABLE;
  }
}
