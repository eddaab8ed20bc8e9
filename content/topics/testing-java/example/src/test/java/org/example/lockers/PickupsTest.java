package org.example.lockers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

// region setup
@ExtendWith(MockitoExtension.class)
class PickupsTest {
  private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");

  private final InMemoryParcels parcels = new InMemoryParcels();
  @Mock private Sms sms;
  private Pickups pickups;

  @BeforeEach
  void createService() {
    pickups = new Pickups(parcels, sms, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void deposited(Duration age) {
    parcels.add(new Parcel("4711", 4, "+4712345678", NOW.minus(age)));
  }

  // endregion setup

  // region rules
  @ParameterizedTest
  @CsvSource({"PT0S", "PT71H59M59S", "PT72H"})
  void opensFor72Hours(Duration age) {
    deposited(age);
    assertEquals(4, pickups.doorFor("4711"));
  }

  @ParameterizedTest
  @CsvSource({"PT72H0.001S", "P4D"})
  void refusesAnOldCode(Duration age) {
    deposited(age);
    var error = assertThrows(CodeRefused.class, () -> pickups.doorFor("4711"));
    assertEquals("expired code", error.getMessage());
    verifyNoInteractions(sms);
  }

  @Test
  void opensOnlyOnce() {
    deposited(Duration.ofHours(1));
    pickups.doorFor("4711");
    assertThrows(CodeRefused.class, () -> pickups.doorFor("4711"));
  }

  // endregion rules

  @Test
  void refusesAnUnknownCode() {
    assertThrows(CodeRefused.class, () -> pickups.doorFor("4711"));
  }

  @Test
  void sendsOneReceiptAlthoughTheCodeIsUsedTwice() {
    deposited(Duration.ofHours(1));
    pickups.doorFor("4711");
    assertThrows(CodeRefused.class, () -> pickups.doorFor("4711"));
    verify(sms).send(any(), any());
  }

  // region mock
  @Test
  void sendsAReceipt() {
    deposited(Duration.ofHours(1));
    pickups.doorFor("4711");

    ArgumentCaptor<String> text = ArgumentCaptor.captor();
    verify(sms).send(eq("+4712345678"), text.capture());
    assertEquals("Your parcel was picked up.", text.getValue());
  }

  @Test
  void opensEvenIfTheReceiptFails() {
    deposited(Duration.ofHours(1));
    doThrow(new IllegalStateException("no credit")).when(sms).send(any(), any());
    assertEquals(4, pickups.doorFor("4711"));
  }
  // endregion mock
}
