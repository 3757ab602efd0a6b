package kr.pgsdk.benchmarks.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Raw;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.clients.Verb;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** How many of the SDK's source files a process loads that builds a gateway and makes one call. */
public final class LoadedFilesRows {
  /** A nested class is in its outer class's file. */
  private static final Pattern FILE =
      Pattern.compile("(kr\\.pgsdk\\.(?!benchmarks\\.)[\\w.]+)\\S* source: .*");

  private LoadedFilesRows() {}

  /** Measures them; more rounds would count the same. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : effort.gateways()) {
        for (Verb verb : List.of(Verb.CONFIRM, Verb.CANCEL)) {
          String what = "files of the SDK that a " + verb + " loads";
          int files = files(gateway, verb, server.url());
          rows.add(Row.figure(what, gateway, files, "files", Aim.atMost(60)));
        }
      }
    }
    return rows;
  }

  private static int files(Gateway gateway, Verb verb, String url)
      throws IOException, InterruptedException {
    Path log = Raw.file("classes-" + gateway + "-" + verb + ".log");
    Jvm.current()
        .run(
            "classes.txt",
            List.of("-Xlog:class+load:file=" + log + "::filesize=0"),
            OneCall.class,
            Client.Kind.SDK.name(),
            verb.name(),
            gateway.name(),
            url);
    try (Stream<String> lines = Files.lines(log)) {
      return (int)
          lines
              .map(FILE::matcher)
              .filter(Matcher::find)
              .map(file -> file.group(1))
              .distinct()
              .count();
    }
  }
}
