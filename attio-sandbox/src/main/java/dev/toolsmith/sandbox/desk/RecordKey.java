package dev.toolsmith.sandbox.desk;

/**
 * A record that something is attached to.
 *
 * @param objectId the object
 * @param recordId the record
 */
public record RecordKey(String objectId, String recordId) {}
