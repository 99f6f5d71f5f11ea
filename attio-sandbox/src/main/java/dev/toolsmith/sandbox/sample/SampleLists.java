package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeDraft;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Choice;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.SchemaBuilder;
import java.util.List;
import java.util.Map;

/** The lists with their stages and entries. */
final class SampleLists {
    private static final List<String> STAGES =
            List.of("Prospecting", "Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
    private static final List<String> STATUSES = List.of("New Lead", "Contacted", "Qualified", "Disqualified");

    private final SampleWriter writer;
    private final Workspace workspace;

    private SampleLists(SampleWriter writer) {
        this.writer = writer;
        this.workspace = writer.workspace();
    }

    static void add(SampleWriter writer) {
        SampleLists lists = new SampleLists(writer);
        lists.enterpriseSales();
        lists.enterprise();
        lists.inbound();
        lists.investors();
    }

    private ListType list(String slug, String name, String parent, String everybody, Map<String, String> members) {
        return new SchemaBuilder(workspace)
                .list(slug, name, writer.object(parent), everybody, members, writer.member(SampleMembers.ALICE));
    }

    private void status(ListType list, String slug, String title, List<String> titles) {
        Attribute attribute = new AttributeDraft(slug, title, AttributeType.STATUS).add(workspace, list);
        for (String each : titles) {
            String target = each.equals("Discovery") ? "P14D" : null;
            Choice choice = new Choice(workspace.ids().next("choice"), each, false, each.endsWith("Won"), target);
            workspace.catalogue().put(attribute, choice);
        }
    }

    private void sales(ListType list) {
        status(list, "stage", "Stage", STAGES);
        new AttributeDraft("arr", "ARR", AttributeType.CURRENCY)
                .currency("USD", "symbol")
                .add(workspace, list);
        new AttributeDraft("owner", "Owner", AttributeType.ACTOR_REFERENCE).add(workspace, list);
        Attribute products = new AttributeDraft("products", "Products", AttributeType.SELECT)
                .multi()
                .add(workspace, list);
        for (String title : List.of("Platform", "Analytics", "Support")) {
            workspace.catalogue().put(products, Choice.of(workspace.ids().next("choice"), title));
        }
    }

    private void enterpriseSales() {
        ListType list = list("enterprise_sales", "Enterprise Sales", "companies", "full-access", Map.of());
        sales(list);
        writer.entry(list, writer.find("companies", "domains", "globex.example"), """
                {"stage": "Closed Won", "arr": 64000, "owner": "alice@sandbox.example", "products": ["Platform"]}""");
        writer.entry(list, writer.find("companies", "domains", "stark.com"), """
                {"stage": "Proposal", "arr": 480000, "owner": "bob@sandbox.example",
                 "products": ["Platform", "Analytics"]}""");
        writer.entry(
                list,
                writer.find("companies", "domains", "initech.example"),
                "{\"stage\": \"Closed Lost\", \"arr\": 9500, \"owner\": \"carol@sandbox.example\"}");
    }

    private void enterprise() {
        ListType list = list("enterprise", "Enterprise", "deals", "full-access", Map.of());
        sales(list);
        writer.entry(list, writer.find("deals", "external_id", "D-1002"), """
                {"stage": "Negotiation", "arr": 480000, "owner": "bob@sandbox.example",
                 "products": ["Platform", "Support"]}""");
        writer.entry(
                list,
                writer.find("deals", "external_id", "D-1001"),
                "{\"stage\": \"Discovery\", \"arr\": 120000, \"owner\": \"alice@sandbox.example\"}");
    }

    private void inbound() {
        ListType list = list(
                "inbound_q3",
                "Inbound Q3",
                "companies",
                "read-and-write",
                Map.of(memberId(SampleMembers.ALICE), "full-access"));
        status(list, "status", "Status", STATUSES);
        new AttributeDraft("source", "Source", AttributeType.TEXT).add(workspace, list);
        writer.entry(
                list,
                writer.find("companies", "domains", "umbra.example"),
                "{\"status\": \"Contacted\", \"source\": \"Website\"}");
    }

    /** A list that everybody may read but only Alice may change. */
    private void investors() {
        ListType list = list(
                "investors", "Investors", "people", "read-only", Map.of(memberId(SampleMembers.ALICE), "full-access"));
        status(list, "status", "Status", List.of("Approached", "Committed", "Declined"));
        writer.entry(list, writer.find("people", "email_addresses", "pepper@stark.com"), "{\"status\": \"Committed\"}");
    }

    private String memberId(String email) {
        return workspace.memberByEmail(email).orElseThrow().id();
    }
}
