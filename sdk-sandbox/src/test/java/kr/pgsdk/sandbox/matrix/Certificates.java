package kr.pgsdk.sandbox.matrix;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Who vouches for whom: one issuer that clients trust, and servers with good and bad papers. */
final class Certificates {
  private static final HeldCertificate ISSUER =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  private static final HandshakeCertificates CLIENT =
      new HandshakeCertificates.Builder().addTrustedCertificate(ISSUER.certificate()).build();

  static final SSLSocketFactory GOOD = server(issued("localhost").build());
  static final SSLSocketFactory OTHER_HOST = server(issued("elsewhere.invalid").build());
  static final SSLSocketFactory UNKNOWN_ISSUER =
      server(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());

  private Certificates() {}

  private static HeldCertificate.Builder issued(String host) {
    return new HeldCertificate.Builder()
        .addSubjectAlternativeName(host)
        .duration(1, TimeUnit.HOURS)
        .signedBy(ISSUER);
  }

  private static SSLSocketFactory server(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .build()
        .sslSocketFactory();
  }

  static OkHttpClient.Builder trustedBy(OkHttpClient.Builder client) {
    return client.sslSocketFactory(CLIENT.sslSocketFactory(), CLIENT.trustManager());
  }
}
