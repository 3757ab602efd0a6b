package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.sandbox.matrix.FaultCase.Chapter;
import kr.pgsdk.sandbox.matrix.Table.Column;

/** The page {@code docs/faults.md}: a frame of prose, and the tables that the matrix fills. */
final class FaultsPage {
  private static final List<Chapter> FAULTS =
      List.of(Chapter.values()).subList(0, Chapter.TOKENS.ordinal());

  private static final Verb[] CANCELS = {Verb.CANCEL_FULL, Verb.CANCEL_PART};

  private FaultsPage() {}

  static String of(List<Outcome> outcomes) {
    Table faults = new Table(outcomes, FAULTS, true);
    Table reads = new Table(outcomes, FAULTS, false);
    Table tokens = new Table(outcomes, List.of(Chapter.TOKENS), false);
    Table losses = new Table(outcomes, List.of(Chapter.AFTER_A_LOSS), true);
    Table others = new Table(outcomes, List.of(Chapter.ANOTHERS), true);
    return frame()
        .replace("{CALLS}", String.format("%,d", outcomes.size()))
        .replace("{TOSS_CONFIRM}", onceAndOn(faults, GatewayUnderTest.TOSS, Verb.CONFIRM))
        .replace(
            "{TOSS_CANCEL}",
            onceAndOn(faults, GatewayUnderTest.TOSS, Verb.CANCEL_FULL, Verb.CANCEL_PART))
        .replace(
            "{IAMPORT_CANCEL}",
            onceAndOn(faults, GatewayUnderTest.IAMPORT, Verb.CANCEL_FULL, Verb.CANCEL_PART))
        .replace("{PORTONE_CONFIRM}", onceAndOn(faults, GatewayUnderTest.PORTONE, Verb.CONFIRM))
        .replace("{PORTONE_CANCEL}", onceAndOn(faults, GatewayUnderTest.PORTONE, CANCELS))
        .replace("{PORTONE_CHARGE}", onceAndOn(faults, GatewayUnderTest.PORTONE, Verb.CHARGE))
        .replace("{TOSS_CHARGE}", onceAndOn(faults, GatewayUnderTest.TOSS, Verb.CHARGE))
        .replace("{IAMPORT_CHARGE}", onceAndOn(faults, GatewayUnderTest.IAMPORT, Verb.CHARGE))
        .replace("{TOSS_CHARGE_LOST}", repeated(losses, GatewayUnderTest.TOSS, Verb.CHARGE))
        .replace("{PORTONE_CHARGE_LOST}", repeated(losses, GatewayUnderTest.PORTONE, Verb.CHARGE))
        .replace("{PORTONE_CONFIRM_LOST}", repeated(losses, GatewayUnderTest.PORTONE, Verb.CONFIRM))
        .replace("{PORTONE_CANCEL_LOST}", repeated(losses, GatewayUnderTest.PORTONE, CANCELS))
        .replace(
            "{IAMPORT_CHARGE_LOST}", losses.with(again(GatewayUnderTest.IAMPORT, Verb.CHARGE)[0]))
        .replace("{TOSS_CONFIRM_LOST}", repeated(losses, GatewayUnderTest.TOSS, Verb.CONFIRM))
        .replace("{TOSS_CANCEL_LOST}", repeated(losses, GatewayUnderTest.TOSS, CANCELS))
        .replace("{IAMPORT_CANCEL_LOST}", losses.with(again(GatewayUnderTest.IAMPORT, CANCELS)))
        .replace(
            "{ANOTHERS}",
            others.with(
                new Column("Iamport", GatewayUnderTest.IAMPORT, Timing.OTHER_REFUND, CANCELS),
                new Column("Toss", GatewayUnderTest.TOSS, Timing.OTHER_REFUND, CANCELS),
                new Column("PortOne V2", GatewayUnderTest.PORTONE, Timing.OTHER_REFUND, CANCELS)))
        .replace("{LOOKUP_BEFORE}", reads.with(lookupBefore(Verb.CANCEL_FULL)))
        .replace("{LOOKUP_BEFORE_CHARGE}", reads.with(lookupBefore(Verb.CHARGE)))
        .replace("{IAMPORT_CONFIRM}", onceAndOn(reads, GatewayUnderTest.IAMPORT, Verb.CONFIRM))
        .replace(
            "{IAMPORT_FIND}",
            onceAndOn(reads, GatewayUnderTest.IAMPORT, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER))
        .replace(
            "{TOSS_FIND}",
            onceAndOn(reads, GatewayUnderTest.TOSS, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER))
        .replace(
            "{PORTONE_FIND}",
            onceAndOn(reads, GatewayUnderTest.PORTONE, Verb.FIND_BY_ID, Verb.FIND_BY_ORDER))
        .replace("{PORTONE_PREPARE}", onceAndOn(faults, GatewayUnderTest.PORTONE, Verb.PREPARE))
        .replace("{PREPARE}", onceAndOn(faults, GatewayUnderTest.IAMPORT, Verb.PREPARE))
        .replace("{GET_TOKEN}", onceAndOn(reads, GatewayUnderTest.IAMPORT, Verb.GET_TOKEN))
        .replace(
            "{NO_TOKEN}",
            reads.with(
                new Column(
                    "find by payment id", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.FIND_BY_ID),
                new Column("cancel", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.CANCEL_FULL),
                new Column("charge", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.CHARGE)))
        .replace(
            "{TOKENS}",
            tokens.with(
                new Column("getToken", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.GET_TOKEN),
                new Column("prepare", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.PREPARE),
                new Column(
                    "find",
                    GatewayUnderTest.IAMPORT,
                    Timing.TOKEN,
                    Verb.FIND_BY_ID,
                    Verb.FIND_BY_ORDER),
                new Column("confirm", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.CONFIRM),
                new Column(
                    "cancel",
                    GatewayUnderTest.IAMPORT,
                    Timing.TOKEN,
                    Verb.CANCEL_FULL,
                    Verb.CANCEL_PART),
                new Column("charge", GatewayUnderTest.IAMPORT, Timing.TOKEN, Verb.CHARGE)));
  }

  private static String repeated(Table table, GatewayUnderTest gateway, Verb... verbs) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("the first repetition", gateway, Timing.REPETITION, verbs));
    columns.add(new Column("each repetition", gateway, Timing.REPETITIONS, verbs));
    Column[] again = again(gateway, verbs);
    columns.addAll(verbs[0].isCancel() ? List.of(again) : List.of(again[0]));
    return table.with(columns.toArray(Column[]::new));
  }

  private static Column[] lookupBefore(Verb verb) {
    return new Column[] {
      new Column("Iamport", GatewayUnderTest.IAMPORT, Timing.LOOKUP_BEFORE, verb),
      new Column("Toss", GatewayUnderTest.TOSS, Timing.LOOKUP_BEFORE, verb),
      new Column("PortOne V2", GatewayUnderTest.PORTONE, Timing.LOOKUP_BEFORE, verb)
    };
  }

  private static Column[] again(GatewayUnderTest gateway, Verb... verbs) {
    return new Column[] {
      new Column("called again at once", gateway, Timing.AGAIN_AT_ONCE, verbs),
      new Column("called again after 3 minutes", gateway, Timing.AGAIN_LATER, verbs)
    };
  }

  private static String onceAndOn(Table table, GatewayUnderTest gateway, Verb... verbs) {
    return table.with(
        new Column("once", gateway, Timing.ONCE, verbs),
        new Column("from then on", gateway, Timing.FROM_THEN_ON, verbs));
  }

  private static String frame() {
    try (InputStream in = FaultsPage.class.getResourceAsStream("faults-frame.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
