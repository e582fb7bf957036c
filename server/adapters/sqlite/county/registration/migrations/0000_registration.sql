CREATE TABLE `registrations` (
	`service` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`client_id` text,
	`keys` blob,
	`covers` text,
	`pending` text,
	`words` text,
	`decided_at` text,
	`looked_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registration_submissions` (
	`service` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`asked` text NOT NULL,
	`submitted_at` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`problem` text
);
