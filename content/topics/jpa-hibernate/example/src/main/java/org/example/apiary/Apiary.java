package org.example.apiary;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.orm.ObjectRetrievalFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

// region line
record HiveLine(String stand, String keeper) {}

// endregion line

@Repository
class Apiary {
  private final EntityManager em;
  private final JdbcClient jdbc;

  Apiary(EntityManager em, JdbcClient jdbc) {
    this.em = em;
    this.jdbc = jdbc;
  }

  // region find
  private Hive hive(long id) {
    return found(em.find(Hive.class, id), id);
  }

  private static Hive found(Hive hive, long id) {
    if (hive == null) throw new ObjectRetrievalFailureException(Hive.class, id);
    return hive;
  }

  // endregion find

  // region replace
  @Transactional
  void replace(long id) {
    Hive dead = hive(id);
    em.remove(dead);
    em.flush();
    em.persist(new Hive(dead.stand(), dead.keeper()));
  }

  // endregion replace

  // region frames
  @Transactional
  void setFrames(long id, int frames) {
    Hive hive = hive(id);
    hive.setFrames(frames);
  }

  // endregion frames

  // region seen
  @Transactional
  void setFrames(long id, int seenVersion, int frames) {
    Hive hive = hive(id);
    if (hive.version() != seenVersion)
      throw new ObjectOptimisticLockingFailureException(Hive.class, id);
    hive.setFrames(frames);
  }

  // endregion seen

  // region sql
  @Transactional
  void markSick(String stand) {
    em.flush();
    jdbc.sql("update hive set state = 'SICK', version = version + 1 where stand = ?")
        .param(stand)
        .update();
    em.clear();
  }

  // endregion sql

  // region fetch
  @Transactional(readOnly = true)
  List<Hive> withKeepers() {
    return em.createQuery("select h from Hive h join fetch h.keeper order by h.stand", Hive.class)
        .getResultList();
  }

  // endregion fetch

  // region projection
  @Transactional(readOnly = true)
  List<HiveLine> lines() {
    return em.createQuery(
            """
            select new org.example.apiary.HiveLine(h.stand, k.name)
            from Hive h join h.keeper k order by h.stand
            """,
            HiveLine.class)
        .getResultList();
  }

  // endregion projection

  // region graph
  @Transactional(readOnly = true)
  Hive withInspections(long id) {
    var graph = em.createEntityGraph(Hive.class);
    graph.addAttributeNodes("keeper", "inspections");
    return found(em.find(graph, id), id);
  }
  // endregion graph
}
