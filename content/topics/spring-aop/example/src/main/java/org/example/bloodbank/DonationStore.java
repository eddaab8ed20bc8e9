package org.example.bloodbank;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DonationStore {
  private final JdbcClient jdbc;

  DonationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // region store
  @Audited("store donation")
  @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2)
  @Transactional
  void store(Donation donation) {
    // endregion store
    jdbc.sql("insert into donation (donor) values (?)").param(donation.donor()).update();
    jdbc.sql("insert into sample (donor, tube) values (?, ?)")
        .params(donation.donor(), donation.tube())
        .update();
  }
}
