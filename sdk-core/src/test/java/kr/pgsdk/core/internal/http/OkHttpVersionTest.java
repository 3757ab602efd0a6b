package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import kotlin.KotlinVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"5.4.0", "5.0.0-alpha.2", "4.12.0", "3.14.9", "older than 4"})
  void olderOkHttp_isRefused_withTheFix(String version) {
    assertThatIllegalStateException()
        .isThrownBy(() -> OkHttpVersion.check(version))
        .withMessageContaining(version)
        .withMessageContaining("com.squareup.okhttp3:okhttp");
  }

  @Test
  void kotlinTooOldForOkHttp_isRefused_withTheFix() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OkHttpVersion.check(new KotlinVersion(1, 7, 22)))
        .withMessageContaining("1.7.22")
        .withMessageContaining("kotlin.version");
    assertThatCode(() -> OkHttpVersion.check(new KotlinVersion(1, 8, 22)))
        .doesNotThrowAnyException();
  }

  @Test
  void okHttpOfThisBuild_isTaken() {
    assertThatCode(OkHttpVersion::check).doesNotThrowAnyException();
    assertThatCode(() -> OkHttpVersion.check("6.0.0-alpha.1")).doesNotThrowAnyException();
  }
}
