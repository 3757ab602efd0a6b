package kr.pgsdk.benchmarks.reading;

import com.fasterxml.jackson.databind.ObjectReader;
import com.google.gson.TypeAdapter;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.iamport.IamportBytes;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.toss.TossBytes;
import kr.pgsdk.toss.model.TossPayment;
import okio.Buffer;
import org.openjdk.jmh.infra.Blackhole;

/** Who reads; each makes what it needs once. */
public enum Library {
  /** The SDK's own objects. */
  SDK("SDK"),

  /** Moshi by reflection, into a class. */
  MOSHI("Moshi"),

  /** Gson, into the same class. */
  GSON("Gson"),

  /** Jackson databind, into a record. */
  JACKSON("Jackson");

  private final String text;

  Library(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }

  PaymentReader<?> reader(Gateway gateway) {
    boolean toss = gateway == Gateway.TOSS;
    return switch (this) {
      case SDK -> toss ? new TossReader() : new IamportReader();
      case MOSHI -> toss ? new TossByMoshi() : new IamportByMoshi();
      case GSON -> toss ? new TossByGson() : new IamportByGson();
      case JACKSON -> toss ? new TossByJackson() : new IamportByJackson();
    };
  }

  private static final class TossReader implements PaymentReader<TossPayment> {
    @Override
    public TossPayment read(byte[] json) {
      return TossBytes.read(json);
    }

    @Override
    public void look(TossPayment payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class IamportReader implements PaymentReader<IamportPayment> {
    @Override
    public IamportPayment read(byte[] json) {
      return IamportBytes.read(json);
    }

    @Override
    public void look(IamportPayment payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class TossByMoshi implements PaymentReader<PlainToss> {
    private final JsonAdapter<PlainToss> adapter = Libraries.moshi().adapter(PlainToss.class);

    @Override
    public PlainToss read(byte[] json) throws IOException {
      return Objects.requireNonNull(adapter.fromJson(new Buffer().write(json)));
    }

    @Override
    public void look(PlainToss payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class IamportByMoshi implements PaymentReader<PlainIamport> {
    private final JsonAdapter<PlainIamport.Envelope> adapter =
        Libraries.moshi().adapter(PlainIamport.Envelope.class);

    @Override
    public PlainIamport read(byte[] json) throws IOException {
      return Objects.requireNonNull(
          Objects.requireNonNull(adapter.fromJson(new Buffer().write(json))).response);
    }

    @Override
    public void look(PlainIamport payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class TossByGson implements PaymentReader<PlainToss> {
    private final TypeAdapter<PlainToss> adapter =
        Libraries.gson(Gateway.TOSS).getAdapter(PlainToss.class);

    @Override
    public PlainToss read(byte[] json) throws IOException {
      return adapter.fromJson(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public void look(PlainToss payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class IamportByGson implements PaymentReader<PlainIamport> {
    private final TypeAdapter<PlainIamport.Envelope> adapter =
        Libraries.gson(Gateway.IAMPORT).getAdapter(PlainIamport.Envelope.class);

    @Override
    public PlainIamport read(byte[] json) throws IOException {
      return Objects.requireNonNull(
          adapter.fromJson(new String(json, StandardCharsets.UTF_8)).response);
    }

    @Override
    public void look(PlainIamport payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class TossByJackson implements PaymentReader<RecordToss> {
    private final ObjectReader reader = Libraries.jackson().readerFor(RecordToss.class);

    @Override
    public RecordToss read(byte[] json) throws IOException {
      return reader.readValue(json);
    }

    @Override
    public void look(RecordToss payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }

  private static final class IamportByJackson implements PaymentReader<RecordIamport> {
    private final ObjectReader reader = Libraries.jackson().readerFor(RecordIamport.Envelope.class);

    @Override
    public RecordIamport read(byte[] json) throws IOException {
      RecordIamport.Envelope envelope = reader.readValue(json);
      return Objects.requireNonNull(envelope.response());
    }

    @Override
    public void look(RecordIamport payment, Blackhole seen) {
      Looking.at(payment, seen);
    }
  }
}
