package org.example.apiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.LazyInitializationException;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectRetrievalFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test begins its own transactions, as production code does. */
@DataJpaTest(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ImportAutoConfiguration(PersistenceExceptionTranslationAutoConfiguration.class)
@Transactional(propagation = Propagation.NEVER)
@Import({PostgresForTests.class, Apiary.class})
class ApiaryTest {
  @Autowired private Apiary apiary;
  @Autowired private EntityManager em;
  @Autowired private TransactionTemplate tx;
  @Autowired private JdbcClient jdbc;
  private Statistics statistics;

  @BeforeEach
  void empty() {
    jdbc.sql("truncate keeper, hive, inspection").update();
    statistics = em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
  }

  private long store(int hives) {
    long id =
        tx.execute(
            status -> {
              Hive hive = null;
              for (int n = 1; n <= hives; n++) {
                Keeper keeper = new Keeper("Keeper " + n);
                em.persist(keeper);
                hive = new Hive("stand %03d".formatted(n), keeper);
                em.persist(hive);
              }
              return hive.id();
            });
    return id;
  }

  private long statementsOf(Supplier<?> work) {
    statistics.clear();
    work.get();
    return statistics.getPrepareStatementCount();
  }

  private int frames() {
    return jdbc.sql("select frames from hive").query(Integer.class).single();
  }

  // region same
  @Test
  void oneRowIsOneObject() {
    long id = store(1);
    statistics.clear();
    tx.executeWithoutResult(
        status -> assertThat(em.find(Hive.class, id)).isSameAs(em.find(Hive.class, id)));
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
  }

  // endregion same

  // region dirty
  @Test
  void storesAChangeWithoutSave() {
    long id = store(1);
    apiary.setFrames(id, 12);
    assertThat(frames()).isEqualTo(12);
  }

  // endregion dirty

  // region merge
  @Test
  void mergeCopiesAndTheOriginalStaysDetached() {
    long id = store(1);
    Hive form = tx.execute(status -> em.find(Hive.class, id));
    tx.executeWithoutResult(
        status -> {
          form.setFrames(11);
          Hive managed = em.merge(form);
          form.setFrames(99);
          assertThat(managed).isNotSameAs(form);
        });
    assertThat(frames()).isEqualTo(11);
  }

  // endregion merge

  // region order
  @Test
  void withoutAFlushTheInsertComesFirst() {
    long id = store(1);
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    status -> {
                      Hive dead = em.find(Hive.class, id);
                      em.remove(dead);
                      em.persist(new Hive(dead.stand(), dead.keeper()));
                    }))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("duplicate key");
  }

  // endregion order

  @Test
  void replacesAHiveOnTheSameStand() {
    long id = store(1);
    apiary.replace(id);
    assertThat(apiary.lines()).containsExactly(new HiveLine("stand 001", "Keeper 1"));
  }

  // region counts
  @Test
  void countsStatements() {
    store(100);
    assertThat(
            statementsOf(
                () ->
                    tx.execute(
                        status ->
                            em
                                .createQuery("select h from Hive h", Hive.class)
                                .getResultList()
                                .stream()
                                .map(hive -> hive.keeper().name())
                                .toList())))
        .isEqualTo(101);
    assertThat(statementsOf(apiary::withKeepers)).isEqualTo(1);
    assertThat(statementsOf(apiary::lines)).isEqualTo(1);
  }

  // endregion counts

  // region lazy
  @Test
  void aLazyFieldFailsAfterTheTransaction() {
    long id = store(1);
    Hive hive = tx.execute(status -> em.find(Hive.class, id));
    assertThatThrownBy(() -> hive.keeper().name()).isInstanceOf(LazyInitializationException.class);
    assertThat(apiary.withKeepers().get(0).keeper().name()).isEqualTo("Keeper 1");
  }

  // endregion lazy

  @Test
  void cascadesToInspections() {
    long id = store(1);
    tx.executeWithoutResult(
        status -> {
          Hive hive = em.find(Hive.class, id);
          hive.inspect(LocalDate.of(2026, 5, 4), 3);
          hive.inspect(LocalDate.of(2026, 5, 18), 9);
        });
    assertThat(apiary.withInspections(id).inspections())
        .extracting(Inspection::mites)
        .containsExactlyInAnyOrder(3, 9);
    tx.executeWithoutResult(status -> em.find(Hive.class, id).removeInspection(0));
    assertThat(apiary.withInspections(id).inspections()).hasSize(1);
    assertThat(apiary.withInspections(id).keeper().name()).isEqualTo("Keeper 1");
    apiary.replace(id);
    assertThat(jdbc.sql("select count(*) from inspection").query(Integer.class).single()).isZero();
  }

  // region race
  @Test
  void theSecondWriterFails() {
    long id = store(1);
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    status -> {
                      Hive hive = em.find(Hive.class, id);
                      CompletableFuture.runAsync(() -> apiary.setFrames(id, 12)).join();
                      hive.setFrames(hive.frames() - 1);
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(frames()).isEqualTo(12);
  }

  // endregion race

  @Test
  void aFormThatIsTooOldFails() {
    long id = store(1);
    apiary.setFrames(id, 0, 12);
    assertThatThrownBy(() -> apiary.setFrames(id, 0, 9))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(frames()).isEqualTo(12);
  }

  // region batch
  @Test
  void batchesInserts() {
    assertThat(statementsOf(() -> store(100))).isLessThanOrEqualTo(8);
  }

  // endregion batch

  // region sql
  @Test
  void sqlNextToTheContextIsSeenByBoth() {
    long id = store(1);
    tx.executeWithoutResult(
        status -> {
          Hive hive = em.find(Hive.class, id);
          hive.setFrames(3); // waits for a flush
          apiary.markSick("stand 001");
          assertThat(frames()).isEqualTo(3);
          hive.setFrames(5); // detached by clear
          em.flush();
          assertThat(frames()).isEqualTo(3);
          em.find(Hive.class, id).setFrames(4); // loaded again
        });
    assertThat(jdbc.sql("select state from hive").query(String.class).single()).isEqualTo("SICK");
    assertThat(frames()).isEqualTo(4);
  }

  // endregion sql

  @Test
  void anOlderContextDoesNotOverwriteTheSql() {
    long id = store(1);
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    status -> {
                      Hive hive = em.find(Hive.class, id);
                      CompletableFuture.runAsync(() -> apiary.markSick("stand 001")).join();
                      hive.setFrames(3);
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(jdbc.sql("select state from hive").query(String.class).single()).isEqualTo("SICK");
  }

  @Test
  void theSecondReplaceFails() {
    long id = store(1);
    assertThatThrownBy(
            () ->
                tx.executeWithoutResult(
                    status -> {
                      em.find(Hive.class, id);
                      CompletableFuture.runAsync(() -> apiary.replace(id)).join();
                      apiary.replace(id);
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(apiary.lines()).hasSize(1);
  }

  @Test
  void anInspectionDoesNotLoadItsHive() {
    long id = store(1);
    tx.executeWithoutResult(status -> em.find(Hive.class, id).inspect(LocalDate.of(2026, 5, 4), 3));
    assertThat(
            statementsOf(
                () ->
                    tx.execute(
                        status ->
                            em.createQuery("select i from Inspection i", Inspection.class)
                                .getResultList())))
        .isEqualTo(1);
  }

  @Test
  void anUnknownHiveIsAClearError() {
    for (Runnable call :
        List.<Runnable>of(
            () -> apiary.setFrames(-1, 12),
            () -> apiary.setFrames(-1, 0, 12),
            () -> apiary.replace(-1),
            () -> apiary.withInspections(-1)))
      assertThatThrownBy(call::run).isInstanceOf(ObjectRetrievalFailureException.class);
  }
}
