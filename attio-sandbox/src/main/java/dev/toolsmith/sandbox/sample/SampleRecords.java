package dev.toolsmith.sandbox.sample;

/** Companies, people, deals, users, workspaces and projects. */
final class SampleRecords {
    private SampleRecords() {}

    static void add(SampleWriter writer) {
        companies(writer);
        people(writer);
        deals(writer);
        product(writer);
        projects(writer);
    }

    private static void companies(SampleWriter writer) {
        writer.record("companies", """
                {"name": "Acme", "domains": ["acme.com"], "description": "Makes everything a coyote could order.",
                 "categories": ["Manufacturing", "B2B"], "industry": "Manufacturing", "employee_range": "251-1K",
                 "primary_location": "1 Canyon Road, Phoenix, AZ 85001, US", "foundation_date": "1949-09-17",
                 "technical_requirements": "SSO over SAML 2.0, data kept in the EU, audit log export every night"}""");
        writer.record("companies", """
                {"name": "Stark Industries", "domains": ["stark.com", "starkindustries.com"],
                 "description": "Energy and engineering.", "categories": ["Defence", "Manufacturing"],
                 "industry": "Defence", "employee_range": "10K-50K", "estimated_arr_usd": "Over $100M",
                 "primary_location": "200 Park Avenue, New York, NY 10166, US"}""");
        writer.record("companies", """
                {"name": "Vertex Analytics", "domains": ["vertexanalytics.io"], "categories": ["SaaS", "Analytics"],
                 "description": "Dashboards for people who like dashboards.", "industry": "Analytics",
                 "employee_range": "11-50", "primary_location": "Berlin, DE"}""");
        writer.record("companies", """
                {"name": "Globex", "domains": ["globex.example"], "categories": ["B2B", "Logistics"],
                 "industry": "Logistics", "employee_range": "1K-5K", "primary_location": "Cypress Creek, OR, US"}""");
        writer.record("companies", """
                {"name": "Initech", "domains": ["initech.example"], "categories": ["SaaS"], "industry": "SaaS",
                 "employee_range": "51-250", "description": "Updates software for a date change."}""");
        writer.record("companies", "{\"name\": \"Umbra Logistics\", \"domains\": [\"umbra.example\"]}");
    }

    private static void people(SampleWriter writer) {
        person(writer, "Coyote, Wile", "wile@acme.com", "acme.com", "Head of Procurement", "+16025550101");
        person(writer, "Runner, Rhoda", "rhoda@acme.com", "acme.com", "Chief Technology Officer", "+16025550102");
        person(writer, "Potts, Pepper", "pepper@stark.com", "stark.com", "Chief Executive Officer", "+12125550110");
        person(writer, "Hogan, Harold", "happy@stark.com", "stark.com", "Head of Security", "+12125550111");
        person(writer, "Vector, Jane", "jane@vertexanalytics.io", "vertexanalytics.io", "Founder", "+493055501234");
        person(writer, "Scorpio, Hank", "hank@globex.example", "globex.example", "President", "+15415550120");
        person(writer, "Gibbons, Peter", "peter@initech.example", "initech.example", "Engineer", "+15125550130");
    }

    private static void person(
            SampleWriter writer, String name, String email, String company, String title, String phone) {
        writer.record("people", """
                {"name": "%s", "email_addresses": ["%s"], "company": "%s", "job_title": "%s",
                 "phone_numbers": ["%s"]}""".formatted(name, email, company, title, phone));
    }

    private static void deals(SampleWriter writer) {
        deal(writer, "Acme", "D-1001", "In Progress", SampleMembers.ALICE, 120_000, "acme.com", "wile@acme.com");
        deal(
                writer,
                "Stark Industries",
                "D-1002",
                "In Progress",
                SampleMembers.BOB,
                480_000,
                "stark.com",
                "pepper@stark.com");
        deal(
                writer,
                "Vertex Analytics pilot",
                "D-1003",
                "Lead",
                SampleMembers.BOB,
                12_000,
                "vertexanalytics.io",
                "jane@vertexanalytics.io");
        deal(
                writer,
                "Globex renewal",
                "D-1004",
                "Won 🎉",
                SampleMembers.ALICE,
                64_000,
                "globex.example",
                "hank@globex.example");
        deal(
                writer,
                "Initech seats",
                "D-1005",
                "Lost",
                SampleMembers.CAROL,
                9_500,
                "initech.example",
                "peter@initech.example");
    }

    private static void deal(
            SampleWriter writer,
            String name,
            String externalId,
            String stage,
            String owner,
            int value,
            String company,
            String person) {
        writer.record("deals", """
                {"name": "%s", "external_id": "%s", "stage": "%s", "owner": "%s", "value": %d,
                 "associated_company": "%s", "associated_people": ["%s"]}""".formatted(name, externalId, stage, owner, value, company, person));
    }

    private static void product(SampleWriter writer) {
        writer.record(
                "workspaces",
                "{\"workspace_id\": \"ws-acme\", \"name\": \"Acme production\", \"company\": \"acme.com\"}");
        writer.record(
                "workspaces",
                "{\"workspace_id\": \"ws-vertex\", \"name\": \"Vertex trial\", \"company\": \"vertexanalytics.io\"}");
        writer.record("users", """
                {"user_id": "u-wile", "primary_email_address": "wile@acme.com", "person": "wile@acme.com",
                 "workspace": ["ws-acme"]}""");
        writer.record("users", """
                {"user_id": "u-jane", "primary_email_address": "jane@vertexanalytics.io",
                 "person": "jane@vertexanalytics.io", "workspace": ["ws-vertex"]}""");
    }

    private static void projects(SampleWriter writer) {
        writer.record("projects", """
                {"code": "P-1", "name": "Acme rollout", "effort": 34.5, "billable": true, "budget": 25000,
                 "due_on": "2026-06-30", "kicked_off_at": "2026-01-12T09:00:00Z", "risk": 2, "phase": "Running",
                 "tags": ["Integration", "Training"], "priority": "High", "customer": "acme.com",
                 "lead": "bob@sandbox.example", "site": "Phoenix, AZ, US", "portal": "portal.acme.com",
                 "mailbox": "rollout@acme.com", "hotline": "+16025550199"}""");
        writer.record("projects", """
                {"code": "P-2", "name": "Stark migration", "effort": 120, "billable": false, "budget": "98000.50",
                 "due_on": "2026-09-01", "risk": 4, "phase": "Planned", "tags": ["Migration"], "priority": "Normal",
                 "customer": "stark.com", "lead": "carol@sandbox.example"}""");
        writer.record("assets", "{\"serial_number\": \"A-0001\", \"name\": \"Demo rack\"}");
    }
}
