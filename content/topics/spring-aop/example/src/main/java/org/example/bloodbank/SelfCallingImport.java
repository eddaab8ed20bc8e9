package org.example.bloodbank;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

record Donation(String donor, String tube) {}

// region broken
@Service
class SelfCallingImport {
  private final JdbcClient jdbc;

  SelfCallingImport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void importAll(List<Donation> donations) {
    for (Donation donation : donations) {
      store(donation);
    }
  }

  @Transactional
  void store(Donation donation) {
    jdbc.sql("insert into donation (donor) values (?)").param(donation.donor()).update();
    jdbc.sql("insert into sample (donor, tube) values (?, ?)")
        .params(donation.donor(), donation.tube())
        .update();
  }
}
// endregion broken
