-- How a server meets its clients. Those that are there go on as they did.
ALTER TABLE server ADD COLUMN exposure TEXT NOT NULL DEFAULT 'ALL';
ALTER TABLE server ADD COLUMN confirm TEXT NOT NULL DEFAULT 'NEVER';
ALTER TABLE server ADD COLUMN result_form TEXT NOT NULL DEFAULT 'FULL';
