DROP TABLE `counter_desks`;--> statement-breakpoint
ALTER TABLE `counter_attempts` ADD `clerk` text DEFAULT '' NOT NULL;