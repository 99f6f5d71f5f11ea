package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeDraft;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Choice;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.SchemaBuilder;

/** Attributes and objects that this workspace has added to the standard ones. */
final class CustomObjects {
    private final Workspace workspace;

    private CustomObjects(Workspace workspace) {
        this.workspace = workspace;
    }

    static void add(Workspace workspace) {
        CustomObjects custom = new CustomObjects(workspace);
        ObjectType companies = workspace.catalogue().object("companies").orElseThrow();
        new AttributeDraft("technical_requirements", "Technical Requirements", AttributeType.TEXT)
                .describedAs("What the customer's systems ask of ours")
                .add(workspace, companies);
        custom.choices(
                new AttributeDraft("industry", "Industry", AttributeType.SELECT).add(workspace, companies),
                "SaaS",
                "Manufacturing",
                "Analytics",
                "Defence",
                "Logistics");
        ObjectType deals = workspace.catalogue().object("deals").orElseThrow();
        new AttributeDraft("external_id", "External ID", AttributeType.TEXT)
                .unique()
                .add(workspace, deals);
        custom.projects(companies);
        custom.assets();
    }

    private void choices(Attribute attribute, String... titles) {
        for (String title : titles) {
            workspace.catalogue().put(attribute, Choice.of(workspace.ids().next("choice"), title));
        }
    }

    /** Projects have one attribute of every type that a call may create. */
    private void projects(ObjectType companies) {
        ObjectType projects = new SchemaBuilder(workspace).object("projects", "Project", "Projects", false);
        plain(projects, "code", "Code", AttributeType.TEXT, true);
        plain(projects, "name", "Name", AttributeType.TEXT, false);
        plain(projects, "effort", "Effort", AttributeType.NUMBER, false);
        plain(projects, "billable", "Billable", AttributeType.CHECKBOX, false);
        new AttributeDraft("budget", "Budget", AttributeType.CURRENCY)
                .currency("EUR", "code")
                .add(workspace, projects);
        plain(projects, "due_on", "Due on", AttributeType.DATE, false);
        plain(projects, "kicked_off_at", "Kicked off at", AttributeType.TIMESTAMP, false);
        plain(projects, "risk", "Risk", AttributeType.RATING, false);
        choices(
                new AttributeDraft("phase", "Phase", AttributeType.STATUS).add(workspace, projects),
                "Planned",
                "Running",
                "Done");
        choices(
                new AttributeDraft("tags", "Tags", AttributeType.SELECT).multi().add(workspace, projects),
                "Integration",
                "Migration",
                "Training");
        choices(
                new AttributeDraft("priority", "Priority", AttributeType.SELECT).add(workspace, projects),
                "High",
                "Normal",
                "Low");
        new AttributeDraft("customer", "Customer", AttributeType.RECORD_REFERENCE)
                .refersTo(companies)
                .add(workspace, projects);
        plain(projects, "lead", "Lead", AttributeType.ACTOR_REFERENCE, false);
        plain(projects, "site", "Site", AttributeType.LOCATION, false);
        plain(projects, "portal", "Portal", AttributeType.DOMAIN, false);
        plain(projects, "mailbox", "Mailbox", AttributeType.EMAIL_ADDRESS, false);
        plain(projects, "hotline", "Hotline", AttributeType.PHONE_NUMBER, false);
    }

    private void plain(ObjectType object, String slug, String title, AttributeType type, boolean unique) {
        AttributeDraft draft = new AttributeDraft(slug, title, type);
        (unique ? draft.unique() : draft).add(workspace, object);
    }

    private void assets() {
        ObjectType assets = new SchemaBuilder(workspace).object("assets", "Asset", "Assets", false);
        plain(assets, "serial_number", "Serial number", AttributeType.TEXT, true);
        plain(assets, "name", "Name", AttributeType.TEXT, false);
    }
}
