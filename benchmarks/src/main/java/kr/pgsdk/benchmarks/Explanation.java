package kr.pgsdk.benchmarks;

/** What a reader of the results has to know first. */
final class Explanation {
  static final String TEXT =
      """
      # What the SDK adds to a bare HTTP call

      Written by `java -jar benchmarks/target/benchmarks.jar`, which keeps its last three runs here: their figures side by
      side first, newest on the left, then each run whole. A figure is a ratio of the SDK to the other within one run, unless
      it has a unit; times of different runs, or machines, can't be compared. It is worked out for each round of the run, and
      the middle one stands here; in brackets the middle half, without the lowest quarter and the highest. (Beside it stands
      what each had in its own middle round, so the two need not divide to the figure.) What must be exactly so is judged by
      the run's worst round. A row that is short of its aim stays in the table as short.

      How it is measured:

      - **The server** is a process of its own on this machine: one thread, TCP_NODELAY, answers made beforehand. Its ceiling
        rows show what it gives to clients that do nothing but write a request and read bytes. Client and server share the
        cores, as all rows do. With one caller, how soon the sleeping side is woken has two speeds on a virtual machine, for
        every client alike: look at the middle half there.
      - **The answers** are real ones of the gateways (`src/test/resources/fixtures` of each gateway's module).
      - **Calls**: all clients of a row are in one process (OpenJDK's default collector, a heap of 1 GiB) and take turns, an
        iteration each, and each round starts with the next one of them, with a collection before each: what disturbs the
        machine disturbs them all. Each has warmed up in turns before, for throughput by four threads at first: among 64
        callers on two cores the JIT's own threads hardly get a turn, and the code of either side would stay half compiled.
        Logback logs at INFO, where the SDK is silent.
      - **The SDK** is used as it comes: `TossGateway.builder(key).http(baseUrl)`, and so for Iamport. No setting is changed.
      - **The floor** is hand-written over OkHttp and Moshi's `JsonReader`: straight from the socket's buffer into the very
        object the SDK returns, a connection for each caller, the token there; the SDK's timeouts of a single step, but no
        deadline, no repetition, no check of whose answer it is. The build asserts that both return equal payments for the
        same number of requests.
      - **The other clients** read the whole payment into classes or records of their own. They keep connections, make their
        adapters once, send the same headers, and have their libraries' own timeouts. They keep Iamport's times as the
        numbers they are, which is less work than the times that the SDK makes of them.
      - **Reading** starts from the bytes of the wire and ends in the full typed object, for every library a process of its
        own, in turns. The SDK makes times and numbers of a payment's members only when asked, so there is a row with every
        accessor called once as well.
      - **Confirm** is a POST at Toss and a GET at Iamport, verified on both. **Cancel** is a lookup, compared
        with the expected balance, and a POST, by both.
      - **First find** and **pg find**: processes that find one payment, print it and end, in turns with a bare OkHttp program
        (`BareFind`), all by the same Java, from start to exit; at Iamport with the request for the token. The two programs
        are started by `java -cp` with the jars they need and no option; the SDK's has no logging library to start. pg is
        started by its launcher, which has it use an archive of its classes (class data sharing), the JIT's first level, and
        the serial collector: three choices that the bare program, run by plain `java`, hasn't made.
      - **Token rush, waiting calls**: on virtual threads, in the newest Java beside this one that has them. A waiting call's
        heap is what the live heap grew by, for each call, with a connection of its own; the call's stack is the most of it.
        In a fresh process that stack is mostly interpreted frames, on both sides; full mode looks again when all is compiled.
      - **A thousand gateways, a million finds**: live heap after collections; the first 500 gateways, and a tenth of the
        finds, come before the first count. OkHttp's own pool has one idle thread or two, at either count.
      - **Cached token**: the difference to a volatile read in nanoseconds of a core; eight threads on two cores wait for
        each other, and that is left out. A token that can expire needs a look at the clock: a request takes the one for its
        deadline; `getToken()` by itself takes one of its own, and what that costs is shown beside it.

      What is short of its aim, why, and what was tried:

      - **Calls**: most rows are within the noise of 0.97, on either side of it. What the SDK does more than the floor is a
        deadline for the whole call, which is a second entry in okio's queue of timeouts, a payment verified and looked at
        for replays, and at Toss a key hashed for each confirm: together some 3 to 5 % of a POST's processor time. A deadline
        without an entry of its own was given up: an answer whose head drips would outlive it. Two rows were short in each of the
        three runs of 2026-11-20: Toss's confirm by one caller and its cancel by 64.
      - **Every accessor called once**: a time or a number is made of its text when asked for; Iamport's payment has 54
        members, and the other libraries make them on their way. Shops ask for ten.
      - **A waiting call at Iamport** is at the edge of its aim: some frames more on its stack than the floor has.
      """;

  private Explanation() {}
}
