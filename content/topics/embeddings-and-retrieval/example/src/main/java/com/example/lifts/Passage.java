package com.example.lifts;

/** A part of a document that can be found, read and cited by itself. */
public record Passage(String id, String group, String text) {}
