CREATE TABLE `provider_entries` (
	`resource_id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`method` text NOT NULL,
	`token` text NOT NULL,
	`dates` text NOT NULL,
	`heartbeat_url` text,
	`ca` text,
	`crl` text,
	`agency` text,
	`sealed` blob NOT NULL,
	`source` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
);
