package org.example.bloodbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Import({PostgresForTests.class, ImportTest.Recording.class})
class ImportTest {
  private static final List<Donation> SAME_TUBE =
      List.of(new Donation("Ida", "T1"), new Donation("Bo", "T1"));

  @Autowired private SelfCallingImport selfCalling;
  @Autowired private DonationImport donationImport;
  @Autowired private DonationStore store;
  @Autowired private JdbcClient jdbc;
  @Autowired private List<String> audit;
  @Autowired private Flaky flaky;

  @TestConfiguration
  static class Recording {
    @Bean
    List<String> audit() {
      return new ArrayList<>();
    }

    @Bean
    @Primary
    AuditLog recordingLog(List<String> audit) {
      return (action, outcome, ms) -> audit.add(action + ": " + outcome);
    }

    @Bean
    Flaky flaky(JdbcClient jdbc) {
      return new Flaky(jdbc);
    }
  }

  // region flaky
  static class Flaky {
    private final JdbcClient jdbc;
    private final List<String> transactions = new ArrayList<>();

    Flaky(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Audited("flaky")
    @Retryable(maxRetries = 2, delay = 10)
    @Transactional
    List<String> transactions() {
      transactions.add(jdbc.sql("select pg_current_xact_id()::text").query(String.class).single());
      if (transactions.size() < 3) throw new CannotAcquireLockException("deadlock");
      return transactions;
    }
  }

  // endregion flaky

  @BeforeEach
  void empty() {
    jdbc.sql("truncate donation, sample").update();
    audit.clear();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  // region broken
  @Test
  void calledFromOutsideTheTransactionRollsBack() {
    selfCalling.store(new Donation("Ida", "T1"));
    assertThatThrownBy(() -> selfCalling.store(new Donation("Bo", "T1")))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(count("donation")).isEqualTo(1);
  }

  @Test
  void calledFromInsideThereIsNoTransaction() {
    assertThatThrownBy(() -> selfCalling.importAll(SAME_TUBE))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(count("donation")).isEqualTo(2); // Bo's donation has no sample
    assertThat(count("sample")).isEqualTo(1);
  }

  // endregion broken

  // region repaired
  @Test
  void throughTheOtherBeanItRollsBack() {
    assertThatThrownBy(() -> donationImport.importAll(SAME_TUBE))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(count("donation")).isEqualTo(1);
    assertThat(audit)
        .containsExactly("store donation: ok", "store donation: DuplicateKeyException");
  }

  // endregion repaired

  // region order
  @Test
  void eachAttemptHasItsOwnTransaction() {
    assertThat(flaky.transactions()).hasSize(3).doesNotHaveDuplicates();
    assertThat(audit)
        .containsExactly(
            "flaky: CannotAcquireLockException", "flaky: CannotAcquireLockException", "flaky: ok");
  }

  // endregion order

  @Test
  void theBeanIsAProxy() {
    assertThat(store.getClass().getName())
        .isEqualTo("org.example.bloodbank.DonationStore$$SpringCGLIB$$0");
  }
}
