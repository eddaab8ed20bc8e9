package org.example.apiary;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class Keeper {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private String name;

  protected Keeper() {}

  Keeper(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
