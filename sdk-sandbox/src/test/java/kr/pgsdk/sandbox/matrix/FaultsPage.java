package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.matrix.Mishap.Chapter;
import kr.pgsdk.sandbox.matrix.Table.Column;

/** The page {@code docs/faults.md}: a frame of prose, and the tables that the matrix fills. */
final class FaultsPage {
  private static final List<Chapter> FAULTS =
      List.of(Chapter.values()).subList(0, Chapter.TOKENS.ordinal());

  private static final Verb[] CANCELS = {Verb.CANCEL_FULL, Verb.CANCEL_PART};

  private FaultsPage() {}

  static String of(List<Played> played) {
    Table faults = new Table(played, FAULTS, true);
    Table reads = new Table(played, FAULTS, false);
    Table tokens = new Table(played, List.of(Chapter.TOKENS), false);
    Table losses = new Table(played, List.of(Chapter.AFTER_A_LOSS), true);
    Table others = new Table(played, List.of(Chapter.ANOTHERS), true);
    return frame()
        .replace("{CALLS}", String.format("%,d", played.size()))
        .replace("{TOSS_CONFIRM}", onceAndOn(faults, Gate.TOSS, Verb.CONFIRM))
        .replace("{TOSS_CANCEL}", onceAndOn(faults, Gate.TOSS, Verb.CANCEL_FULL, Verb.CANCEL_PART))
        .replace(
            "{IAMPORT_CANCEL}", onceAndOn(faults, Gate.IAMPORT, Verb.CANCEL_FULL, Verb.CANCEL_PART))
        .replace("{TOSS_CONFIRM_LOST}", repeated(losses, Verb.CONFIRM))
        .replace("{TOSS_CANCEL_LOST}", repeated(losses, Verb.CANCEL_FULL, Verb.CANCEL_PART))
        .replace("{IAMPORT_CANCEL_LOST}", losses.with(again(Gate.IAMPORT, CANCELS)))
        .replace(
            "{ANOTHERS}",
            others.with(
                new Column("Iamport", Gate.IAMPORT, Strike.BY_ANOTHER, CANCELS),
                new Column("Toss", Gate.TOSS, Strike.BY_ANOTHER, CANCELS)))
        .replace(
            "{LOOKUP_BEFORE}",
            reads.with(
                new Column("Iamport", Gate.IAMPORT, Strike.LOOKUP_BEFORE, Verb.CANCEL_FULL),
                new Column("Toss", Gate.TOSS, Strike.LOOKUP_BEFORE, Verb.CANCEL_FULL)))
        .replace("{IAMPORT_CONFIRM}", onceAndOn(reads, Gate.IAMPORT, Verb.CONFIRM))
        .replace(
            "{IAMPORT_FIND}", onceAndOn(reads, Gate.IAMPORT, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER))
        .replace("{TOSS_FIND}", onceAndOn(reads, Gate.TOSS, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER))
        .replace("{PREPARE}", onceAndOn(faults, Gate.IAMPORT, Verb.PREPARE))
        .replace("{GET_TOKEN}", onceAndOn(reads, Gate.IAMPORT, Verb.GET_TOKEN))
        .replace(
            "{TOKEN_STRUCK}",
            reads.with(
                new Column("find by payment id", Gate.IAMPORT, Strike.TOKEN, Verb.FIND_BY_ID),
                new Column("cancel", Gate.IAMPORT, Strike.TOKEN, Verb.CANCEL_FULL)))
        .replace(
            "{TOKENS}",
            tokens.with(
                new Column("getToken", Gate.IAMPORT, Strike.TOKEN, Verb.GET_TOKEN),
                new Column("prepare", Gate.IAMPORT, Strike.TOKEN, Verb.PREPARE),
                new Column("find", Gate.IAMPORT, Strike.TOKEN, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER),
                new Column("confirm", Gate.IAMPORT, Strike.TOKEN, Verb.CONFIRM),
                new Column(
                    "cancel", Gate.IAMPORT, Strike.TOKEN, Verb.CANCEL_FULL, Verb.CANCEL_PART)));
  }

  private static String repeated(Table table, Verb... verbs) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("the first repetition", Gate.TOSS, Strike.REPETITION, verbs));
    columns.add(new Column("each repetition", Gate.TOSS, Strike.REPETITIONS, verbs));
    Column[] again = again(Gate.TOSS, verbs);
    columns.addAll(verbs[0].isCancel() ? List.of(again) : List.of(again[0]));
    return table.with(columns.toArray(Column[]::new));
  }

  private static Column[] again(Gate gate, Verb... verbs) {
    return new Column[] {
      new Column("handed in again at once", gate, Strike.AGAIN_AT_ONCE, verbs),
      new Column("handed in again after 3 minutes", gate, Strike.AGAIN_LATER, verbs)
    };
  }

  private static String onceAndOn(Table table, Gate gate, Verb... verbs) {
    return table.with(
        new Column("once", gate, Strike.ONCE, verbs),
        new Column("from then on", gate, Strike.FROM_THEN_ON, verbs));
  }

  private static String frame() {
    try (InputStream in = FaultsPage.class.getResourceAsStream("faults-frame.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
