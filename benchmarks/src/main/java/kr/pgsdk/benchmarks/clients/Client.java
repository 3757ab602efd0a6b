package kr.pgsdk.benchmarks.clients;

/** A program that calls a gateway and reads the response into an object of its own. */
public interface Client extends AutoCloseable {
  /** Finds the payment of {@link Gateway#paymentId}. */
  Object find() throws Exception;

  /** Confirms it. */
  default Object confirm() throws Exception {
    throw new UnsupportedOperationException("this client only finds");
  }

  /** Cancels {@link Gateway#refund} of {@link Gateway#cancelledId}. */
  default Object cancel() throws Exception {
    throw new UnsupportedOperationException("this client only finds");
  }

  @Override
  void close();

  /** Which program. */
  enum Kind {
    /** The SDK as it comes: only the base URL is set. */
    SDK("SDK"),

    /** Written by hand, as fast as one would write it. */
    BARE("bare OkHttp + Moshi"),

    /** Retrofit and Gson. */
    RETROFIT("Retrofit + Gson"),

    /** The JDK's HTTP client and Jackson. */
    JDK("java.net.http + Jackson"),

    /** Spring's RestClient and Jackson. */
    SPRING("Spring RestClient + Jackson");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Opens one for a gateway at this address. */
    public Client open(Gateway gateway, String url) {
      return switch (this) {
        case SDK -> new SdkClient(gateway, url);
        case BARE -> BareClient.of(gateway, url);
        case RETROFIT -> new RetrofitClient(gateway, url);
        case JDK -> new JdkClient(gateway, url);
        case SPRING -> new SpringClient(gateway, url);
      };
    }

    /** The name as the table shows it. */
    @Override
    public String toString() {
      return text;
    }
  }
}
