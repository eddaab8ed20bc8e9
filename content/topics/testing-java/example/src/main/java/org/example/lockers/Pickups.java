package org.example.lockers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

record Parcel(String code, int door, String phone, Instant deposited) {}

// region ports
interface Parcels {
  Optional<Parcel> find(String code);

  /** Marks the parcel as picked up; true only for the first caller. */
  boolean take(String code, Instant at);
}

interface Sms {
  void send(String phone, String text);
}

// endregion ports

class CodeRefused extends RuntimeException {
  CodeRefused(String reason) {
    super(reason);
  }
}

// region service
@Service
class Pickups {
  private static final Logger log = LoggerFactory.getLogger(Pickups.class);
  private static final Duration VALID = Duration.ofHours(72);

  private final Parcels parcels;
  private final Sms sms;
  private final Clock clock;

  Pickups(Parcels parcels, Sms sms, Clock clock) {
    this.parcels = parcels;
    this.sms = sms;
    this.clock = clock;
  }

  int doorFor(String code) {
    Parcel parcel = parcels.find(code).orElseThrow(() -> new CodeRefused("unknown code"));
    Instant now = clock.instant();
    if (now.isAfter(parcel.deposited().plus(VALID))) throw new CodeRefused("expired code");
    if (!parcels.take(code, now)) throw new CodeRefused("code already used");
    try {
      sms.send(parcel.phone(), "Your parcel was picked up.");
    } catch (RuntimeException e) {
      log.warn("no receipt for door {}", parcel.door(), e);
    }
    return parcel.door();
  }
}
// endregion service
