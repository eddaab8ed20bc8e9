package org.example.bloodbank;

import java.util.List;
import org.springframework.stereotype.Service;

// region import
@Service
class DonationImport {
  private final DonationStore store;

  DonationImport(DonationStore store) {
    this.store = store;
  }

  void importAll(List<Donation> donations) {
    for (Donation donation : donations) {
      store.store(donation);
    }
  }
}
// endregion import
