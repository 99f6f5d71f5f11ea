package dev.toolsmith.sandbox.sample;

import static dev.toolsmith.sandbox.schema.AttributeType.ACTOR_REFERENCE;
import static dev.toolsmith.sandbox.schema.AttributeType.CURRENCY;
import static dev.toolsmith.sandbox.schema.AttributeType.DATE;
import static dev.toolsmith.sandbox.schema.AttributeType.DOMAIN;
import static dev.toolsmith.sandbox.schema.AttributeType.EMAIL_ADDRESS;
import static dev.toolsmith.sandbox.schema.AttributeType.INTERACTION;
import static dev.toolsmith.sandbox.schema.AttributeType.LOCATION;
import static dev.toolsmith.sandbox.schema.AttributeType.NUMBER;
import static dev.toolsmith.sandbox.schema.AttributeType.PERSONAL_NAME;
import static dev.toolsmith.sandbox.schema.AttributeType.PHONE_NUMBER;
import static dev.toolsmith.sandbox.schema.AttributeType.RECORD_REFERENCE;
import static dev.toolsmith.sandbox.schema.AttributeType.SELECT;
import static dev.toolsmith.sandbox.schema.AttributeType.STATUS;
import static dev.toolsmith.sandbox.schema.AttributeType.TEXT;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeDraft;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Choice;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.SchemaBuilder;
import java.util.List;

/** The five standard objects with their attributes. */
final class StandardObjects {
    private static final List<String> HANDLES = List.of("AngelList", "Facebook", "Instagram", "LinkedIn", "Twitter");

    private final Workspace workspace;
    private final ObjectType companies;
    private final ObjectType people;
    private final ObjectType deals;
    private final ObjectType users;
    private final ObjectType workspaces;

    private StandardObjects(Workspace workspace) {
        this.workspace = workspace;
        SchemaBuilder builder = new SchemaBuilder(workspace);
        users = builder.object("users", "User", "Users", true);
        people = builder.object("people", "Person", "People", true);
        deals = builder.object("deals", "Deal", "Deals", true);
        companies = builder.object("companies", "Company", "Companies", true);
        workspaces = builder.object("workspaces", "Workspace", "Workspaces", true);
    }

    static void add(Workspace workspace) {
        StandardObjects objects = new StandardObjects(workspace);
        objects.companies();
        objects.people();
        objects.deals();
        objects.users();
        objects.workspaces();
        objects.relationships();
        SchemaBuilder builder = new SchemaBuilder(workspace);
        workspace.catalogue().objects().all().forEach(builder::authorship);
    }

    private static AttributeDraft draft(String slug, String title, AttributeType type) {
        return new AttributeDraft(slug, title, type).system();
    }

    private Attribute add(ObjectType object, AttributeDraft draft) {
        return draft.add(workspace, object);
    }

    private void choices(Attribute attribute, String... titles) {
        for (String title : titles) {
            String id = workspace.ids().next("choice");
            workspace.catalogue().put(attribute, new Choice(id, title, false, title.startsWith("Won"), null));
        }
    }

    private void companies() {
        add(companies, draft("domains", "Domains", DOMAIN).multi().unique());
        add(companies, draft("name", "Name", TEXT));
        add(companies, draft("description", "Description", TEXT));
        add(companies, draft("team", "Team", RECORD_REFERENCE).multi().refersTo(people));
        choices(
                add(companies, draft("categories", "Categories", SELECT).multi().enriched()),
                "SaaS",
                "B2B",
                "Manufacturing",
                "Analytics",
                "Defence",
                "Fintech",
                "Logistics");
        add(companies, draft("primary_location", "Primary location", LOCATION));
        add(companies, draft("logo_url", "Logo URL", TEXT).readOnly().enriched());
        handles(companies);
        choices(
                add(
                        companies,
                        draft("estimated_arr_usd", "Estimated ARR", SELECT).enriched()),
                "Under $1M",
                "$1M-$10M",
                "$10M-$50M",
                "$50M-$100M",
                "Over $100M");
        add(
                companies,
                draft("funding_raised_usd", "Funding raised", CURRENCY)
                        .currency("USD", "symbol")
                        .readOnly()
                        .enriched());
        add(companies, draft("foundation_date", "Foundation date", DATE).enriched());
        choices(
                add(companies, draft("employee_range", "Employee range", SELECT).enriched()),
                "1-10",
                "11-50",
                "51-250",
                "251-1K",
                "1K-5K",
                "5K-10K",
                "10K-50K",
                "50K-100K",
                "100K+");
        interactions(companies);
        add(
                companies,
                draft("associated_deals", "Associated deals", RECORD_REFERENCE)
                        .multi()
                        .refersTo(deals));
        add(
                companies,
                draft("associated_workspaces", "Associated workspaces", RECORD_REFERENCE)
                        .multi()
                        .refersTo(workspaces));
    }

    private void handles(ObjectType object) {
        for (String title : HANDLES) {
            add(object, draft(title.toLowerCase(java.util.Locale.ROOT), title, TEXT));
        }
        add(
                object,
                draft("twitter_follower_count", "Twitter follower count", NUMBER)
                        .readOnly()
                        .enriched());
    }

    private void interactions(ObjectType object) {
        for (String kind : List.of(
                "first_calendar",
                "last_calendar",
                "next_calendar",
                "first_email",
                "last_email",
                "first",
                "last",
                "next")) {
            String slug = kind + "_interaction";
            String title = kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + slug.substring(1).replace('_', ' ');
            add(object, draft(slug, title, INTERACTION).readOnly().enriched());
        }
        add(
                object,
                draft("strongest_connection_strength_legacy", "Connection strength (legacy)", NUMBER)
                        .readOnly()
                        .enriched());
        choices(
                add(
                        object,
                        draft("strongest_connection_strength", "Connection strength", SELECT)
                                .readOnly()
                                .enriched()),
                "Very weak",
                "Weak",
                "Good",
                "Strong",
                "Very strong");
        add(
                object,
                draft("strongest_connection_user", "Strongest connection", ACTOR_REFERENCE)
                        .readOnly()
                        .enriched());
    }

    private void people() {
        add(people, draft("name", "Name", PERSONAL_NAME));
        add(
                people,
                draft("email_addresses", "Email addresses", EMAIL_ADDRESS)
                        .multi()
                        .unique());
        add(people, draft("description", "Description", TEXT));
        add(people, draft("company", "Company", RECORD_REFERENCE).refersTo(companies));
        add(people, draft("job_title", "Job title", TEXT));
        add(people, draft("avatar_url", "Avatar URL", TEXT).readOnly().enriched());
        add(people, draft("phone_numbers", "Phone numbers", PHONE_NUMBER).multi());
        add(people, draft("primary_location", "Primary location", LOCATION));
        handles(people);
        interactions(people);
        add(
                people,
                draft("associated_deals", "Associated deals", RECORD_REFERENCE)
                        .multi()
                        .refersTo(deals));
        add(
                people,
                draft("associated_users", "Associated users", RECORD_REFERENCE)
                        .multi()
                        .refersTo(users));
    }

    private void deals() {
        add(deals, draft("name", "Deal name", TEXT).required());
        choices(add(deals, draft("stage", "Deal stage", STATUS).required()), "Lead", "In Progress", "Won 🎉", "Lost");
        add(deals, draft("owner", "Deal owner", ACTOR_REFERENCE).required());
        add(deals, draft("value", "Deal value", CURRENCY).currency("USD", "symbol"));
        add(
                deals,
                draft("associated_people", "Associated people", RECORD_REFERENCE)
                        .multi()
                        .refersTo(people));
        add(
                deals,
                draft("associated_company", "Associated company", RECORD_REFERENCE)
                        .refersTo(companies));
    }

    private void users() {
        add(users, draft("user_id", "User ID", TEXT).required().unique());
        add(
                users,
                draft("primary_email_address", "Primary email address", EMAIL_ADDRESS)
                        .required()
                        .unique());
        add(users, draft("person", "Person", RECORD_REFERENCE).refersTo(people));
        add(users, draft("workspace", "Workspace", RECORD_REFERENCE).multi().refersTo(workspaces));
    }

    private void workspaces() {
        add(workspaces, draft("workspace_id", "Workspace ID", TEXT).required().unique());
        add(workspaces, draft("name", "Name", TEXT));
        add(workspaces, draft("users", "Users", RECORD_REFERENCE).multi().refersTo(users));
        add(workspaces, draft("company", "Company", RECORD_REFERENCE).refersTo(companies));
        add(workspaces, draft("avatar_url", "Avatar URL", TEXT));
    }

    private void relationships() {
        relate(companies, "team", people, "company");
        relate(companies, "associated_deals", deals, "associated_company");
        relate(companies, "associated_workspaces", workspaces, "company");
        relate(people, "associated_deals", deals, "associated_people");
        relate(people, "associated_users", users, "person");
        relate(users, "workspace", workspaces, "users");
    }

    private void relate(ObjectType left, String leftSlug, ObjectType right, String rightSlug) {
        Attribute one = workspace.catalogue().attribute(left.id(), leftSlug).orElseThrow();
        Attribute other = workspace.catalogue().attribute(right.id(), rightSlug).orElseThrow();
        workspace.catalogue().put(one.withInverse(other.id()));
        workspace.catalogue().put(other.withInverse(one.id()));
    }
}
