package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.model.Workspace;

/** Makes the sample workspace, the same every time. */
public final class SampleWorkspace {
    private SampleWorkspace() {}

    /** A new workspace with members, objects, records, lists and all that hangs on them. */
    public static Workspace create() {
        Workspace workspace = new Workspace();
        SampleMembers.add(workspace);
        StandardObjects.add(workspace);
        CustomObjects.add(workspace);
        SampleWriter writer = new SampleWriter(workspace);
        SampleRecords.add(writer);
        SampleLists.add(writer);
        SampleDesk.add(writer);
        return workspace;
    }
}
